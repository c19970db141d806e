// What can't be read of a survey is unknown, and never a figure; what repeats keeps to its row.
#include "api/calls/reconciliation.h"
#include "api/calls/surveys.h"

#include <QRandomGenerator>
#include <QTest>

using namespace api;
using namespace Qt::StringLiterals;
using Figure = SurveyFigure;

namespace {

std::optional<Survey> read(const QByteArray &members)
{
    const auto survey = calls::survey({u"x"_s}).decode(
        {200, R"({"status":200,"data":[{"project_id":"x")" + members + "}]}", u"e"_s});
    return survey ? std::optional(*survey) : std::nullopt;
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unreadableIsUnknown_data();
    void unreadableIsUnknown();
    void whatIsMissingIsUnknown();
    void mixedTypesKeepToTheirRows();
    void uidsComeAsTheyAre();
    void moneyComesAsItIs();
};

void TestFigures::unreadableIsUnknown_data()
{
    QTest::addColumn<QByteArray>("cpi");
    QTest::addColumn<QString>("fixed"); // empty: unknown
    const auto row = [](const QByteArray &cpi, const QString &fixed) {
        QTest::newRow(cpi.constData()) << cpi << fixed;
    };
    row(R"("20.00")", u"20.00"_s);
    row("20", u"20.00"_s);
    row("1.755", u"1.76"_s);
    row(R"("0")", u"0.00"_s);
    row(R"("20,00")", {});
    row(R"("1.234,50")", {});
    row(R"("$20")", {});
    row(R"("2e1")", {});
    row(R"("4.+5")", {});
    row(R"("")", {});
    row("null", {});
    row("true", {});
    row("[20]", {});
    row("{}", {});
}

void TestFigures::unreadableIsUnknown()
{
    QFETCH(const QByteArray, cpi);
    QFETCH(const QString, fixed);
    const auto survey = read(",\"project_cpi\":" + cpi);
    QVERIFY(survey);
    QCOMPARE(survey->knows(Figure::Cpi), !fixed.isEmpty());
    if (!fixed.isEmpty())
        QCOMPARE(survey->cpi.toFixed(), fixed);
}

void TestFigures::whatIsMissingIsUnknown()
{
    const auto bare = read({});
    QVERIFY(bare);
    for (const Figure figure :
         {Figure::Loi, Figure::Ir, Figure::Cpi, Figure::SampleSize, Figure::CompleteGoal,
          Figure::CompleteNeeded, Figure::Complete, Figure::SurveyEntrant, Figure::Remaining})
        QVERIFY(!bare->knows(figure));
    const auto some = read(R"(,"loi":"10","progress":{"complete":0,"remaining":"many"})");
    QVERIFY(some->knows(Figure::Loi | Figure::Complete));
    QVERIFY(!some->knows(Figure::SurveyEntrant) && !some->knows(Figure::Remaining));
    QVERIFY(*some != *read(R"(,"loi":"10","progress":{"complete":0,"remaining":0})"));
}

void TestFigures::mixedTypesKeepToTheirRows()
{
    QRandomGenerator chance(20'261'129);
    for (int round = 0; round < 200; ++round) {
        QByteArrayList rows;
        QStringList expected;
        for (int i = 0; i < 12; ++i) {
            const int value = chance.bounded(3) + 1;
            const QByteArray number = QByteArray::number(value);
            const bool isText = chance.bounded(2) == 0;
            const bool isNull = chance.bounded(5) == 0;
            const QByteArray written = isNull ? "null" : isText ? '"' + number + '"' : number;
            rows.append("{\"project_id\":\"p" + QByteArray::number(i) + "\",\"project_country\":"
                        + written + ",\"status\":" + written + ",\"currency\":" + written + '}');
            expected.append(isNull ? QString() : QString::number(value));
        }
        const auto page = calls::surveys(1).decode(
            {200, "{\"status\":200,\"data\":[" + rows.join(',') + "]}", u"e"_s});
        QVERIFY(page);
        for (qsizetype i = 0; i < expected.size(); ++i) {
            const Survey &survey = page->surveys[i];
            QCOMPARE(survey.country.value, expected[i]);
            QCOMPARE(survey.statusText, expected[i]);
            QCOMPARE(survey.currency, expected[i]);
        }
    }
}

void TestFigures::uidsComeAsTheyAre()
{
    QRandomGenerator chance(20'261'130);
    for (int round = 0; round < 300; ++round) {
        QByteArrayList written;
        QStringList expected;
        for (int i = chance.bounded(1, 20); i > 0; --i) {
            QByteArray digits = QByteArray::number(chance.bounded(1, 10));
            for (int more = chance.bounded(40); more > 0; --more)
                digits += char('0' + chance.bounded(10));
            const int form = chance.bounded(3);
            written.append(form == 0       ? digits
                               : form == 1 ? '"' + digits + '"'
                                           : "\"\\u0041" + digits + '"');
            expected.append((form == 2 ? u"A"_s : QString()) + QString::fromLatin1(digits));
        }
        const QByteArray blank(chance.bounded(2), ' ');
        const auto answer = calls::reconciliation({u"x"_s}).decode(
            {200,
             "{\"status\":\"Completed\",\"result_count\":\"" + QByteArray::number(written.size())
                 + "\",\"accepted_uids\":[" + written.join(blank + ',' + blank) + "]}",
             u"e"_s});
        QVERIFY(answer);
        QStringList uids;
        for (qsizetype i = 0; i < answer->acceptedUids.size(); ++i)
            uids.append(QString::fromUtf8(answer->acceptedUids.at(i)));
        QCOMPARE(uids, expected);
        QCOMPARE(answer->resultCount, int(expected.size()));
        QCOMPARE(answer->status, ReconciliationStatus::Completed);
    }
}

/// As text, as a number, with and without places: the same amount, or none at all.
void TestFigures::moneyComesAsItIs()
{
    QRandomGenerator chance(20'261'131);
    for (int round = 0; round < 2'000; ++round) {
        const Money money {chance.bounded(10'000'000)};
        for (const QByteArray &form : {'"' + money.toFixed().toLatin1() + '"',
                                       money.toFixed().toLatin1(), money.toWire().toLatin1()}) {
            const auto survey = read(",\"project_cpi\":" + form);
            QVERIFY(survey && survey->knows(Figure::Cpi));
            QCOMPARE(survey->cpi, money);
        }
    }
}

QTEST_GUILESS_MAIN(TestFigures)

#include "tst_figures.moc"
