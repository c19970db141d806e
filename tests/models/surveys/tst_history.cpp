#include "models/database/database.h"
#include "models/surveys/fieldfigures.h"
#include "models/surveys/forecast.h"
#include "models/surveys/prices.h"
#include "models/surveys/snapshottable.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::History;
using models::Snapshot;

namespace {

const QDateTime now(QDate(2026, 11, 16), QTime(12, 0), Qt::UTC);

/// `hours` before now.
Snapshot seen(double hours, int complete, qint64 cpi = 350)
{
    return {.at = now.addSecs(qint64(-hours * 3'600)),
            .complete = complete,
            .entrants = complete * 2,
            .needed = 400,
            .cpi = {cpi},
            .status = api::SurveyStatus::Active};
}

QStringList ages(const History &history)
{
    QStringList all;
    for (const Snapshot &one : history)
        all.append(QString::number(double(one.at.secsTo(now)) / 3'600, 'g', 6));
    return all;
}

QStringList render(const QList<models::LedgerRow> &rows)
{
    QStringList all;
    for (const models::LedgerRow &row : rows)
        all.append(
            u"%1 × %2 = %3"_s.arg(row.completes).arg(row.cpi.toFixed(), row.money.toFixed()));
    return all;
}

api::Survey at(int complete, int entrants)
{
    api::Survey one = fixture::survey(u"S"_s, u"Snack"_s, complete);
    one.progress.surveyEntrant = entrants;
    return one;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAllOfTwoDaysThenHoursThenDays()
    {
        const History all {seen(1000, 1),  seen(990.5, 2),  seen(990.25, 3),
                           seen(100.5, 4), seen(100.25, 5), seen(98.5, 6),
                           seen(47.5, 7),  seen(47.25, 8),  seen(0, 9)};
        QCOMPARE(ages(models::thinned(all, now)),
                 (QStringList {u"1000"_s, u"990.25"_s, u"100.25"_s, u"98.5"_s, u"47.5"_s,
                               u"47.25"_s, u"0"_s}));
        QCOMPARE(models::thinned({}, now), History {});
    }

    void thinningLeavesTheCostsAndIsDoneOnce()
    {
        History all;
        for (int i = 4'000; i >= 0; --i) // every half hour for 83 days, another CPI now and then
            all.append(seen(i / 2.0, 4'000 - i, 300 + (4'000 - i) / 700));
        const History kept = models::thinned(all, now);
        QVERIFY2(kept.size() < 900, qPrintable(QString::number(kept.size())));
        QCOMPARE(models::ledger(kept), models::ledger(all));
        QCOMPARE(models::thinned(kept, now), kept);
        QCOMPARE(kept.first(), all.first());
        QCOMPARE(kept.last(), all.last());
    }

    void countsCompletesAtTheCpiThenInForce()
    {
        const History history {seen(9, 100), seen(8, 150), seen(7, 150, 500), seen(6, 160, 500),
                               seen(5, 165, 350)};
        QCOMPARE(
            render(models::ledger(history)),
            (QStringList {u"150 × 3.50 = 525.00"_s, u"15 × 5.00 = 75.00"_s, u"0 × 3.50 = 0.00"_s}));
        const api::Survey survey = at(165, 400);
        QCOMPARE(models::spend(models::ledger(history), survey), api::Money {60'000});
        QCOMPARE(models::spend(QList<models::LedgerRow> {}, survey), api::Money {57'750});
        // 235 more at 4.00
        QCOMPARE(models::budgetAt({400}, models::ledger(history), survey), api::Money {154'000});
        QCOMPARE(models::overrun(models::ledger(history), survey), api::Money {});
    }

    void anOverrunIsNoPartOfTheBudget()
    {
        const api::Survey over = at(406, 900); // of 400
        QCOMPARE(models::budgetAt(over.cpi, {}, over), over.cpi * 400);
        QCOMPARE(models::overrun({}, over), over.cpi * 6);
        // the last six came at 5.00
        const QList<models::LedgerRow> ledger =
            models::ledger({seen(9, 390), seen(8, 400, 500), seen(7, 406, 500)});
        QCOMPARE(models::budgetAt({500}, ledger, over), api::Money {350 * 400});
        QCOMPARE(models::overrun(ledger, over), api::Money {500 * 6});
    }

    void nothingIsReckonedOfWhatCannotBeRead_data()
    {
        QTest::addColumn<api::SurveyFigure>("figure");
        QTest::newRow("CPI") << api::SurveyFigure::Cpi;
        QTest::newRow("completes") << api::SurveyFigure::Complete;
        QTest::newRow("needed") << api::SurveyFigure::CompleteNeeded;
    }

    void nothingIsReckonedOfWhatCannotBeRead()
    {
        QFETCH(const api::SurveyFigure, figure);
        api::Survey survey = at(165, 400);
        const QList<models::LedgerRow> ledger = models::ledger({seen(9, 165)});
        QVERIFY(models::spend(ledger, survey));
        survey.unknown |= figure;
        for (const QList<models::LedgerRow> &rows : {ledger, {}}) {
            QVERIFY(!models::spend(rows, survey));
            QVERIFY(!models::budgetAt({400}, rows, survey));
            QVERIFY(!models::overrun(rows, survey));
        }
        QCOMPARE(models::epc(survey).has_value(), figure == api::SurveyFigure::CompleteNeeded);
    }

    void whatHasNoPriceCostsNotZero()
    {
        const models::Prices one {{}, {}, false};
        QCOMPARE(models::costText(one.costOf(100), u"USD"_s), u"—"_s);
        QCOMPARE(models::costText(one.costOf(0)), u"0.00"_s);
        QCOMPARE(models::costText(one.costOf(100) + models::Cost {{100}, {100}}), u"—"_s);
        const models::Prices two {models::ledger({seen(9, 100)}), {}, false};
        QCOMPARE(models::costText(two.costOf(100)), u"350.00"_s); // at the price that was seen
        QCOMPARE(models::costText(two.costOf(101)), u"—"_s);
    }

    void aPartOfTheCompletesHasBounds()
    {
        const models::Prices one {{}, {350}};
        QCOMPARE(one.costOf(100), (models::Cost {{35'000}, {35'000}}));
        QCOMPARE(models::costText(one.costOf(100)), u"350.00"_s);
        const models::Prices two {
            models::ledger({seen(9, 100), seen(8, 100, 500), seen(7, 150, 500)}), {500}};
        QCOMPARE(two.costOf(150), (models::Cost {{60'000}, {60'000}})); // all of them
        // 120: all 100 cheap ones and 20 others, or all 50 dear ones and 70 others
        QCOMPARE(two.costOf(120), (models::Cost {{45'000}, {49'500}}));
        QCOMPARE(models::costText(two.costOf(120)), u"450.00 to 495.00"_s);
        QCOMPARE(two.costOf(151), (models::Cost {{60'500}, {60'500}}));
        QCOMPARE(two.costOf(0), models::Cost {});
    }

    void theFieldBeginsWhenItIsFirstSeenActive()
    {
        api::Survey survey = at(0, 0);
        const auto seenAs = [&survey](int hours, api::SurveyStatus status) {
            survey.status = status;
            return models::snapshotOf(survey, now.addSecs(-hours * 3'600));
        };
        const models::Snapshot inactive = seenAs(9, api::SurveyStatus::Inactive);
        const models::Snapshot active = seenAs(5, api::SurveyStatus::Active);
        QCOMPARE(models::begunIn({inactive, active}), active.at);
        QCOMPARE(models::begunIn({active}), active.at);
        QVERIFY(!models::begunIn({inactive}).isValid());
        QVERIFY(!models::begunIn({seen(9, 10)}).isValid()); // it ran already
    }

    void goalLineIsEven()
    {
        // a field of 31 days from November 1: 400 × 8 / 31
        QCOMPARE(models::goalLine(at(100, 400), QDate(2026, 11, 9).startOfDay()), 103);
        QCOMPARE(models::goalLine(at(100, 400), QDate(2026, 10, 31).startOfDay()), 0);
    }

    void conversionAndEpc()
    {
        QVERIFY(!models::conversion({}) && !models::epc(at(0, 0)));
        QCOMPARE(*models::conversion({1, 8, 0}), 0.125);
        QCOMPARE(*models::epc(at(1, 8)), api::Money {44}); // 350 / 8 = 43.75
    }

    void exposureCountsWhatMayStillRun_data()
    {
        QTest::addColumn<int>("complete");
        QTest::addColumn<int>("entrants");
        QTest::addColumn<models::Exposure>("expected");
        // an IR of 40 %
        QTest::newRow("all but the completes were screened out")
            << 100 << 200 << models::Exposure {0, 0, {}};
        QTest::newRow("60 of 200 have completed, 80 qualify")
            << 60 << 200 << models::Exposure {20, 0, {}};
        QTest::newRow("390 + 12 - 400") << 390 << 1'005 << models::Exposure {12, 2, {700}};
        QTest::newRow("over already") << 410 << 410 << models::Exposure {0, 10, {3'500}};
        QTest::newRow("nobody came") << 0 << 0 << models::Exposure {};
    }
    void exposureCountsWhatMayStillRun()
    {
        QFETCH(const int, complete);
        QFETCH(const int, entrants);
        api::Survey survey = at(complete, entrants);
        QTEST(*models::exposure(survey), "expected");
        for (const auto status : {api::SurveyStatus::Inactive, api::SurveyStatus::Completed,
                                  api::SurveyStatus::Closed, api::SurveyStatus::Unknown}) {
            survey.status = status;
            QVERIFY(!models::exposure(survey)); // nobody can enter
        }
    }

    void rateHasThePoissonBand()
    {
        const History history {seen(30, 0), seen(20, 36), seen(0, 100)};
        const auto rate = models::rateOver(history, now, 20h);
        QCOMPARE(rate->completes, 64);
        QCOMPARE(rate->perHour, 3.2);
        QCOMPARE(rate->band, 1.96 * 8 / 20);
        // 24 h ago lies between 0 and 36, 6 of 10 hours in: 21.6
        QCOMPARE(models::rateOver(history, now, 24h)->perHour, (100 - 21.6) / 24);
        // the rate of what has stopped falls
        QCOMPARE(models::rateOver(history, now.addSecs(10 * 3'600), 20h)->perHour, 32.0 / 20);
    }

    void forecastsTheEnd()
    {
        const History history {seen(20, 36), seen(0, 100)};
        const auto forecast = models::forecast(history, 420, now);
        QCOMPARE(forecast->end, now.addSecs(100 * 3'600)); // 320 at 3.2
        QCOMPARE(forecast->earliest, now.addSecs(std::llround(320 / 3.984 * 3'600)));
        QCOMPARE(forecast->latest, now.addSecs(std::llround(320 / 2.416 * 3'600)));
    }

    void forecastsNothingTooEarly_data()
    {
        QTest::addColumn<History>("history");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("nothing seen") << History {} << false;
        QTest::newRow("4 completes") << History {seen(20, 10), seen(0, 14)} << false;
        QTest::newRow("5 completes") << History {seen(20, 10), seen(0, 15)} << true;
        QTest::newRow("59 minutes") << History {seen(59.0 / 60, 10), seen(0, 90)} << false;
        QTest::newRow("1 hour") << History {seen(1, 10), seen(0, 90)} << true;
        QTest::newRow("goal reached") << History {seen(20, 10), seen(0, 400)} << false;
        QTest::newRow("stood still for a day, moved before")
            << History {seen(60, 10), seen(30, 90)} << true;
        QTest::newRow("fell") << History {seen(20, 90), seen(0, 20)} << false;
    }
    void forecastsNothingTooEarly()
    {
        QFETCH(const History, history);
        QTEST(models::forecast(history, 400, now).has_value(), "isThere");
    }

    void recordsOnlyWhatChanged()
    {
        models::Database database(u":memory:"_s);
        const auto record = [&](const QList<api::Survey> &surveys, int minute) {
            support::wait(database.run([surveys, minute](QSqlDatabase &connection) {
                models::snapshottable::record(connection, u"a"_s, surveys,
                                              now.addSecs(minute * 60));
            }));
        };
        const auto read = [&](const QString &account) {
            return support::wait(database.run([account](QSqlDatabase &connection) {
                return models::snapshottable::read(connection, account, {u"S"_s});
            }));
        };
        record({at(1, 2), fixture::survey(u"T"_s, u"Other"_s)}, 0);
        record({at(1, 2)}, 1);
        record({at(3, 4)}, 2);
        const History history = read(u"a"_s);
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.last(), models::snapshotOf(at(3, 4), now.addSecs(120)));
        QVERIFY(read(u"b"_s).isEmpty());
        const auto all = support::wait(database.run([](QSqlDatabase &connection) {
            return models::snapshottable::allAt(connection, u"a"_s, now.addSecs(90));
        }));
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.value({u"S"_s}).complete, 1);
    }

    void recordsNothingThatCannotBeRead()
    {
        models::Database database(u":memory:"_s);
        api::Survey unread = at(0, 0);
        unread.cpi = {};
        unread.unknown |= api::SurveyFigure::Cpi | api::SurveyFigure::Complete;
        const History history = support::wait(database.run([unread](QSqlDatabase &open) {
            models::snapshottable::record(open, u"a"_s, {at(100, 200)}, now);
            models::snapshottable::record(open, u"a"_s, {unread}, now.addSecs(60));
            models::snapshottable::record(open, u"a"_s, {at(120, 240)}, now.addSecs(3'660));
            return models::snapshottable::read(open, u"a"_s, {u"S"_s});
        }));
        QCOMPARE(render(models::ledger(history)), QStringList {u"120 × 3.50 = 420.00"_s});
        QCOMPARE(models::forecast(history, 400, now.addSecs(3'660))->rate.completes, 20);
    }

    void thinsAsItRecords()
    {
        models::Database database(u":memory:"_s);
        const int kept = support::wait(database.run([](QSqlDatabase &connection) {
            for (int minute = 0; minute < 120; ++minute)
                models::snapshottable::record(connection, u"a"_s, {at(minute, 400)},
                                              now.addSecs(minute * 60));
            models::snapshottable::record(connection, u"a"_s, {at(300, 400)}, now.addDays(9));
            return int(models::snapshottable::read(connection, u"a"_s, {u"S"_s}).size());
        }));
        QCOMPARE(kept, 4); // the first, one for each of two hours, the last
    }

    void theStoreKeepsAHistory()
    {
        int complete = 5;
        bool isEnd = false;
        support::FaultServer server([&](const support::Seen &seen) {
            isEnd = !seen.target.contains("page=1");
            return support::json(200,
                                 fixture::page(isEnd ? QList<api::Survey> {}
                                                     : QList<api::Survey> {at(complete, 40)}));
        });
        api::Client client({server.baseUrl(), u"c"_s, u"k"_s}, support::quickPolicy());
        support::CallsEnd ending(client);
        models::Database database(u":memory:"_s);
        models::SurveyStore store(client, database, u"a"_s);
        store.refresh();
        QTRY_VERIFY(!store.isBusy());
        store.adopt(at(8, 60));
        History history;
        store.askHistory({u"S"_s}, this, [&](const History &read) { history = read; });
        QTRY_VERIFY(!history.isEmpty());
        QCOMPARE(history.last().complete, 8);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
