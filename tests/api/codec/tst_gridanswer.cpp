#include "api/calls/interlocking.h"

#include <QTest>

using namespace api;
using namespace Qt::StringLiterals;

class TestGridAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyNotFoundIsNoGrid_data();
    void onlyNotFoundIsNoGrid();
};

void TestGridAnswer::onlyNotFoundIsNoGrid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isNone");
    QTest::newRow("422 not found")
        << 200 << QByteArray(R"({"status":422,"error":"Interlocking data not found!"})") << true;
    QTest::newRow("404") << 404 << QByteArray(R"({"status":404,"error":"Not Found"})") << true;
    QTest::newRow("null") << 200 << QByteArray(R"({"status":200,"data":null})") << true;
    QTest::newRow("null qualifications")
        << 200 << QByteArray(R"({"status":200,"data":{"qualifications":null}})") << true;
    QTest::newRow("nothing but null qualifications")
        << 200 << QByteArray(R"({"qualifications":null})") << true;
    QTest::newRow("empty lists")
        << 200 << QByteArray(R"({"status":200,"data":{"combinations":[],"qualifications":[]}})")
        << true;
    QTest::newRow("another refusal")
        << 200 << QByteArray(R"({"status":422,"error":"Valid project ID is required!"})") << false;
    QTest::newRow("null beside a refusal")
        << 200 << QByteArray(R"({"status":422,"error":"Try again later.","data":null})") << false;
    QTest::newRow("closed") << 410 << QByteArray(R"({"status":410,"error":"Gone"})") << false;
    QTest::newRow("qualifications without cells")
        << 200
        << QByteArray(R"({"status":200,"data":{"combinations":[],"qualifications":[)"
                      R"({"id":"1","title":"GENDER","options":"Male"}]}})")
        << false;
    QTest::newRow("a page") << 404 << QByteArray("<!DOCTYPE html><html>No</html>") << false;
    QTest::newRow("nothing said") << 200 << QByteArray(R"({"status":200})") << false;
}

void TestGridAnswer::onlyNotFoundIsNoGrid()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const auto grid =
        calls::interlocking({u"S1"_s}).decode({status, body, u"get_interlocking"_s, {}});
    QTEST(bool(grid), "isNone");
    if (grid)
        QVERIFY(grid->combinations.isEmpty());
}

QTEST_GUILESS_MAIN(TestGridAnswer)

#include "tst_gridanswer.moc"
