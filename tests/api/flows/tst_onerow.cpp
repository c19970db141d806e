// Calls 8 and 13 for one row, and *no change* for calls that add.
#include "api/flows/exclusions.h"
#include "api/flows/qualifications.h"
#include "api/flows/quotas.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QTest>

using namespace api;
using namespace Qt::StringLiterals;
using support::json;
using support::Reply;
using support::Seen;

namespace {

const SurveyId id {u"S1"_s};
const QByteArray gender =
    R"({"qualification_code":43,"title":"GENDER","conditions":[{"condition_code":"1","condition_name":"Male"}]})";
const QByteArray age =
    R"({"qualification_id":42,"title":"AGE","range_sets":[{"from":18,"to":24}]})";
const QByteArray ageQuota =
    R"({"qualification_code":42,"criteria":[{"required_count":5,"condition_codes":"18-24"}]})";
const QByteArray genderQuota =
    R"({"qualification_code":43,"criteria":[{"required_count":7,"condition_codes":1}]})";

QByteArray list(const char *name, const QByteArrayList &rows)
{
    return "{\"status\":200,\"" + QByteArray(name) + "\":[" + rows.join(',') + "]}";
}

struct Desk
{
    /// Answers a call with X-Qualification-Id by `one`, other reads by `all`, writes by `write`.
    Desk(Reply one, Reply all, Reply write = {})
        : server([=](const Seen &seen) {
            if (seen.verb != "GET")
                return write;
            return seen.headers.contains("X-Qualification-Id: ") ? one : all;
        })
    {
    }
    support::FaultServer server;
    Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
};

const Reply none = json(422, R"({"status":422,"error":"No data found against this survey!"})");

} // namespace

class TestOneRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneQualification_data();
    void readsOneQualification();
    void readsOneQuota();
    void aFailureIsNoAbsence();
    void noChangeIsLookedInto_data();
    void noChangeIsLookedInto();
    void noChangeOfQuotasIsLookedInto();
};

void TestOneRow::readsOneQualification_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<int>("calls");
    QTest::addColumn<QString>("title"); // empty: not there
    const QByteArray name = "qualifications_data";
    QTest::newRow("as it should be") << list(name, {gender}) << 1 << u"GENDER"_s;
    QTest::newRow("an object") << "{\"qualifications_data\":" + gender + '}' << 1 << u"GENDER"_s;
    QTest::newRow("all of them") << list(name, {age, gender}) << 2 << u"GENDER"_s;
    QTest::newRow("another one") << list(name, {age}) << 2 << u"GENDER"_s;
    QTest::newRow("none") << none.bytes.mid(none.bytes.indexOf('{')) << 1 << u""_s;
}

void TestOneRow::readsOneQualification()
{
    QFETCH(const QByteArray, one);
    QFETCH(const int, calls);
    Desk desk(json(200, one), json(200, list("qualifications_data", {age, gender})));
    const auto answer = QCoro::waitFor(flows::readQualification(desk.client, id, {43}));
    QTEST(answer ? answer->title : QString(), "title");
    QVERIFY(answer || answer.error().kind == ErrorKind::NotFound);
    QCOMPARE(desk.server.seen.size(), qsizetype(calls));
    QVERIFY(desk.server.seen[0].headers.contains("X-Qualification-Id: 43"));
    // One that is nowhere isn't there, whatever else came.
    const auto missing = QCoro::waitFor(flows::readQualification(desk.client, id, {99}));
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
}

void TestOneRow::readsOneQuota()
{
    const Reply all = json(200, list("quota_data", {ageQuota, genderQuota}));
    for (const Reply &one : {json(200, list("quota_data", {genderQuota})), all}) {
        Desk desk(one, all);
        const auto answer = QCoro::waitFor(flows::readQuota(desk.client, id, {43}));
        QVERIFY(answer);
        QCOMPARE(answer->criteria.first().requiredCount, 7);
    }
    Desk desk(none, all);
    const auto answer = QCoro::waitFor(flows::readQuota(desk.client, id, {43}));
    QCOMPARE(answer.error().kind, ErrorKind::NotFound);
    QVERIFY(answer.error().isRead);
}

void TestOneRow::aFailureIsNoAbsence()
{
    Desk desk(json(500, "{}"), json(200, list("quota_data", {genderQuota})));
    QCOMPARE(QCoro::waitFor(flows::readQuota(desk.client, id, {43})).error().kind,
             ErrorKind::ServerError);
    QCOMPARE(QCoro::waitFor(flows::readQualification(desk.client, id, {43})).error().kind,
             ErrorKind::ServerError);
}

void TestOneRow::noChangeIsLookedInto_data()
{
    QTest::addColumn<QByteArray>("write");
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n");
    QTest::newRow("204 in the body") << json(200, R"({"status":204,"message":"No change"})").bytes;
}

void TestOneRow::noChangeIsLookedInto()
{
    QFETCH(const QByteArray, write);
    const Reply noChange {write, support::Ending::KeepOpen, {}};
    const Targeting male {{43}, QualificationKind::Options, {1}, {}, {}};
    {
        Desk desk({}, json(200, list("qualifications_data", {gender})), noChange);
        const auto there = QCoro::waitFor(flows::addQualifications(desk.client, id, {male}));
        QCOMPARE(there, (Done {false, {}}));
    }
    {
        Desk desk({}, json(200, list("qualifications_data", {age})), noChange);
        const auto missing = QCoro::waitFor(flows::addQualifications(desk.client, id, {male}));
        QCOMPARE(missing.error().kind, ErrorKind::Rejected);
        QCOMPARE(desk.server.seen.size(), 2); // sent once, read once
    }
    {
        Desk desk({}, json(200, R"({"status":200,"data":["P1","P2"]})"), noChange);
        QCOMPARE(QCoro::waitFor(flows::addExclusions(desk.client, id, {{u"P1"_s}})),
                 (Done {false, {}}));
        QCOMPARE(QCoro::waitFor(flows::addExclusions(desk.client, id, {{u"P3"_s}})).error().kind,
                 ErrorKind::Rejected);
        QCOMPARE(desk.server.seen.size(), 4);
    }
}

void TestOneRow::noChangeOfQuotasIsLookedInto()
{
    const Reply noChange = json(200, R"({"status":204,"message":"Nothing changed"})");
    const QList<Quota> seven {{{43}, {{7, 1}}}};
    const QList<Quota> eight {{{43}, {{8, 1}}}};
    {
        // One qualification is read back by call 13.
        Desk desk(json(200, list("quota_data", {genderQuota})), json(500, "{}"), noChange);
        QCOMPARE(QCoro::waitFor(flows::saveQuotas(desk.client, id, seven)), seven);
        const auto refused = QCoro::waitFor(flows::saveQuotas(desk.client, id, eight));
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QCOMPARE(refused.error().serverMessage, u"Nothing changed"_s);
        QCOMPARE(desk.server.seen.size(), 4); // each sent once, read once
    }
    {
        // Several are read back by call 12.
        const QList<Quota> both {seven.first(), {{42}, {{5, Range {18, 24}}}}};
        Desk desk(json(500, "{}"), json(200, list("quota_data", {genderQuota, ageQuota})),
                  noChange);
        QCOMPARE(QCoro::waitFor(flows::saveQuotas(desk.client, id, both)), both);
    }
    {
        // What can't be read back isn't claimed.
        Desk desk(json(500, "{}"), json(500, "{}"), noChange);
        const auto unread = QCoro::waitFor(flows::saveQuotas(desk.client, id, seven));
        QCOMPARE(unread.error().kind, ErrorKind::ServerError);
    }
}

QTEST_GUILESS_MAIN(TestOneRow)

#include "tst_onerow.moc"
