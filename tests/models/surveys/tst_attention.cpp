#include "models/database/database.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using api::SurveyStatus;
using models::AttentionKinds;
using models::FieldSituation;
using models::Pace;

namespace {

/// Ten days of field, 100 wanted, IR 40 %.
api::Survey study(int complete, int entrants, SurveyStatus status = SurveyStatus::Active)
{
    api::Survey one = fixture::survey(u"1"_s, u"Snack tracker"_s);
    one.status = status;
    one.start = QDate(2026, 11, 1);
    one.end = QDate(2026, 11, 10);
    one.completeNeeded = 100;
    one.progress = {complete, entrants, 100 - complete};
    return one;
}

QDateTime at(int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute));
}

QString words(AttentionKinds kinds)
{
    return models::attentionTexts(kinds).join(u", "_s);
}

/// The same survey as the whole program sees it: a store, and who watches it.
struct Watched
{
    api::Client client {{QUrl(u"http://127.0.0.1:9/v1/"_s), u"c"_s, u"k"_s}};
    models::Database database {u":memory:"_s};
    models::SurveyStore store {client, database, u"a"_s};
    models::AttentionWatch watch {store};
    QSignalSpy reached {&watch, &models::AttentionWatch::targetReached};
    QSignalSpy needed {&watch, &models::AttentionWatch::needed};

    Watched()
    {
        watch.setClock([] { return at(6); });
    }
};

} // namespace

class TestAttention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(u"AlignDesk-tests"_s);
        QCoreApplication::setApplicationName(u"attention"_s);
    }
    void cleanup() { QSettings().clear(); }

    void countsFieldDays()
    {
        const api::Survey survey = study(0, 0);
        QCOMPARE(models::fieldDays(survey), 10.0);
        QCOMPARE(models::elapsedDays(survey, QDateTime(QDate(2026, 10, 31), QTime(23, 59))), 0.0);
        QCOMPARE(models::elapsedDays(survey, at(1)), 0.0);
        QCOMPARE(models::elapsedDays(survey, at(1, 12)), 0.5);
        QCOMPARE(models::elapsedDays(survey, at(10, 18)), 9.75);
        QCOMPARE(models::elapsedDays(survey, at(11)), 10.0);
        QCOMPARE(models::elapsedDays(survey, at(25)), 10.0);
        api::Survey odd = survey;
        odd.end = QDate(2026, 10, 1);
        QCOMPARE(models::fieldDays(odd), 0.0);
        QVERIFY(!models::paceIndex(odd, at(6)));
        odd.end = {};
        QVERIFY(!models::paceIndex(odd, at(6)));
        odd = survey;
        odd.end = odd.start;
        QCOMPARE(models::fieldDays(odd), 1.0);
    }

    void judgesPace_data()
    {
        QTest::addColumn<int>("complete");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<Pace>("expected");
        // Half of the field time: 40 of 100 are exactly 0.8, 60 exactly 1.2.
        QTest::newRow("just behind") << 39 << at(6) << Pace::Behind;
        QTest::newRow("the lower edge") << 40 << at(6) << Pace::OnTrack;
        QTest::newRow("the upper edge") << 60 << at(6) << Pace::OnTrack;
        QTest::newRow("just ahead") << 61 << at(6) << Pace::Ahead;
        QTest::newRow("one is missing") << 99 << at(11) << Pace::OnTrack;
        QTest::newRow("done") << 100 << at(6) << Pace::Done;
        QTest::newRow("too early to tell") << 0 << at(1, 3, 59) << Pace::None;
        QTest::newRow("early enough") << 0 << at(1, 4) << Pace::Behind;
        QTest::newRow("before the start")
            << 0 << QDateTime(QDate(2026, 10, 30), QTime(12, 0)) << Pace::None;
    }

    void judgesPace()
    {
        QFETCH(int, complete);
        QFETCH(QDateTime, now);
        QTEST(models::pace({study(complete, 200), now}), "expected");
    }

    void paceCountsFromTheFieldsBegin()
    {
        // Started at 20:00 of the first day: not judged before midnight, though the day is long.
        FieldSituation situation {study(0, 0), at(1, 23, 59), {}, {}, at(1, 20)};
        QCOMPARE(models::pace(situation), Pace::None);
        QVERIFY(models::isEarly(situation));
        situation.now = at(2);
        QCOMPARE(models::pace(situation), Pace::Behind);
        // Half of the five days that are left from the sixth on.
        QCOMPARE(*models::paceIndex(study(50, 200), at(8, 12), at(6)), 1.0);
        QCOMPARE(models::fieldDays(study(0, 0), at(6)), 5.0);
        QCOMPARE(models::paceDistance(0.82), u"18 % behind even pace"_s);
        QCOMPARE(models::paceDistance(1.3), u"30 % ahead of even pace"_s);
        QCOMPARE(models::paceDistance(1.001), u"on even pace"_s);
    }

    void paceIsOfActiveOnes()
    {
        QCOMPARE(models::pace({study(10, 200, SurveyStatus::Inactive), at(6)}), Pace::None);
        QCOMPARE(models::pace({study(10, 200, SurveyStatus::Closed), at(6)}), Pace::None);
        QCOMPARE(models::pace({study(100, 200, SurveyStatus::Completed), at(6)}), Pace::Done);
        QCOMPARE(models::paceText(Pace::OnTrack), u"On track"_s);
        QVERIFY(models::paceText(Pace::None).isEmpty());
    }

    void rulesHoldAtTheirEdges_data()
    {
        QTest::addColumn<int>("complete");
        QTest::addColumn<int>("entrants");
        QTest::addColumn<SurveyStatus>("status");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("expected");
        const auto active = SurveyStatus::Active;
        const auto inactive = SurveyStatus::Inactive;
        QTest::newRow("nothing to do") << 50 << 100 << active << at(6) << u""_s;
        QTest::newRow("behind") << 39 << 100 << active << at(6) << u"Behind pace"_s;
        QTest::newRow("reached") << 100 << 200 << active << at(6) << u"Reached, still active"_s;
        QTest::newRow("over") << 101 << 200 << active << at(6)
                              << u"Over the goal, Reached, still active"_s;
        QTest::newRow("over while inactive")
            << 101 << 200 << inactive << at(6) << u"Over the goal"_s;
        QTest::newRow("over and completed")
            << 101 << 200 << SurveyStatus::Completed << at(6) << u""_s;
        QTest::newRow("reached while inactive") << 100 << 200 << inactive << at(6) << u""_s;
        QTest::newRow("the day before the end") << 90 << 180 << active << at(9, 23, 59) << u""_s;
        QTest::newRow("ends today") << 95 << 190 << active << at(10) << u"Ends today"_s;
        QTest::newRow("the day after") << 95 << 190 << active << at(11) << u"End date passed"_s;
        // Half of an IR of 40 % is 20 %: 20 of 100 are not under it.
        QTest::newRow("conversion at the edge") << 50 << 250 << active << at(6) << u""_s;
        QTest::newRow("conversion under it")
            << 50 << 251 << active << at(6) << u"Conversion far under IR"_s;
        QTest::newRow("too few to tell") << 0 << 29 << active << at(1, 2) << u""_s;
        QTest::newRow("enough to tell")
            << 0 << 30 << active << at(1, 2) << u"Conversion far under IR"_s;
        QTest::newRow("starts today") << 0 << 0 << inactive << at(1, 12) << u""_s;
        QTest::newRow("should have started") << 0 << 0 << inactive << at(2) << u"Not started"_s;
        QTest::newRow("active, nobody came")
            << 0 << 0 << active << at(2) << u"Behind pace, Not started"_s;
        QTest::newRow("paused") << 10 << 20 << inactive << at(6) << u"Paused during fieldwork"_s;
        QTest::newRow("paused, last day")
            << 10 << 20 << inactive << at(10, 23) << u"Paused during fieldwork"_s;
        QTest::newRow("paused, over") << 10 << 20 << inactive << at(11) << u""_s;
        QTest::newRow("closed") << 10 << 200 << SurveyStatus::Closed << at(6) << u""_s;
        QTest::newRow("unknown") << 10 << 200 << SurveyStatus::Unknown << at(6) << u""_s;
    }

    void rulesHoldAtTheirEdges()
    {
        QFETCH(int, complete);
        QFETCH(int, entrants);
        QFETCH(SurveyStatus, status);
        QFETCH(QDateTime, now);
        QTEST(words(models::attention({study(complete, entrants, status), now})), "expected");
    }

    void nothingInADayNeedsHistory()
    {
        FieldSituation situation {study(50, 100), at(6)};
        QCOMPARE(words(models::attention(situation)), u""_s);
        situation.dayAgo = {50, 100};
        QCOMPARE(words(models::attention(situation)), u"Nothing in 24 hours"_s);
        situation.dayAgo = {50, 99};
        QCOMPARE(words(models::attention(situation)), u""_s);
        situation.dayAgo = {49, 100};
        QCOMPARE(words(models::attention(situation)), u""_s);
        FieldSituation firstDay {study(50, 100), at(1, 23, 59), {}, models::DayAgo {50, 100}};
        QCOMPARE(words(models::attention(firstDay)), u""_s);
    }

    void linesCanBeMoved()
    {
        FieldSituation situation {study(39, 100), at(6)};
        situation.thresholds.behindBelow = 0.78;
        QCOMPARE(models::pace(situation), Pace::OnTrack);
        situation.thresholds.aheadAbove = 1.0;
        situation.thresholds.conversionShareOfIr = 1;
        QCOMPARE(words(models::attention(situation)), u"Conversion far under IR"_s);
        situation.thresholds.fewestEntrants = 101;
        QCOMPARE(words(models::attention(situation)), u""_s);
    }

    void theWorstComesFirst()
    {
        using models::AttentionKind;
        const AttentionKinds both = AttentionKind::LowConversion | AttentionKind::Behind;
        QCOMPARE(models::urgency(both), models::Urgency::Problem);
        QCOMPARE(models::urgency({}), models::Urgency::None);
        QVERIFY(models::attentionRank(both) > models::attentionRank(AttentionKind::LowConversion));
        QCOMPARE(models::attentionRank({}), 0);
        int last = int(models::Urgency::Problem);
        for (const models::AttentionRule &rule : models::attentionRules()) {
            QVERIFY(int(rule.urgency) <= last);
            last = int(rule.urgency);
            QVERIFY(!models::attentionText(rule.kind).isEmpty());
        }
    }

    void thresholdsAreKeptAndNonsenseIsNot()
    {
        models::AttentionThresholds other;
        other.behindBelow = 0.6;
        other.fewestEntrants = 7;
        models::keepThresholds(other);
        QCOMPARE(models::keptThresholds(), other);
        QSettings().setValue(u"attention/behindBelow"_s, u"soon"_s);
        QSettings().setValue(u"attention/fewestEntrants"_s, -4);
        QCOMPARE(models::keptThresholds(), models::AttentionThresholds());
        models::keepThresholds(other);
        QSettings().setValue(u"attention/schema"_s, 99);
        QCOMPARE(models::keptThresholds(), models::AttentionThresholds());
    }

    void tellsWhatIsNew()
    {
        Watched watched;
        watched.store.adopt(study(50, 100));
        QCOMPARE(watched.needed.size() + watched.reached.size(), 0); // seen for the first time
        watched.store.adopt(study(39, 100));
        QCOMPARE(watched.needed.size(), 1);
        watched.store.adopt(study(39, 100));
        QCOMPARE(watched.needed.size(), 1); // still the same
        watched.store.adopt(study(100, 200));
        QCOMPARE(watched.needed.size(), 1);
        QCOMPARE(watched.reached.size(), 1);
        QCOMPARE(watched.reached[0][0].value<QList<api::Survey>>().size(), qsizetype(1));
    }

    void movedLinesAreNoNews()
    {
        Watched watched;
        watched.store.adopt(study(39, 100));
        QSignalSpy changed(&watched.watch, &models::AttentionWatch::changed);
        models::AttentionThresholds strict;
        strict.conversionShareOfIr = 1;
        watched.watch.setThresholds(strict);
        QCOMPARE(changed.size(), 1);
        watched.watch.setThresholds(strict);
        QCOMPARE(changed.size(), 1);
        watched.store.adopt(study(39, 101));
        QCOMPARE(watched.needed.size(), 0);
        QCOMPARE(models::keptThresholds(), strict);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
