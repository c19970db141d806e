#include "models/drafts/draftrules.h"
#include "models/drafts/takennames.h"
#include "tests/models/drafts/draftfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using models::SurveyDraft;
using support::goodDraft;
using support::today;
using Spoil = std::function<void(SurveyDraft &)>;
Q_DECLARE_METATYPE(Spoil)

class TestDraftRules : public QObject
{
    Q_OBJECT

    static QStringList render(const QList<models::Issue> &issues)
    {
        QStringList lines;
        for (const models::Issue &issue : issues)
            lines.append(u"%1 %2: %3"_s.arg(
                QString::fromLatin1(issue.field),
                issue.severity == models::Severity::Error ? u"!"_s : u"~"_s, issue.text));
        return lines;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QStringList>("said");
        const auto row = [](const char *name, Spoil spoil, const QStringList &said = {}) {
            QTest::newRow(name) << spoil << said;
        };
        row("a good draft", [](SurveyDraft &) {});
        row("a name of blanks", [](SurveyDraft &d) { d.name = u"  "_s; },
            {u"name !: Give the survey a name."_s});
        row("a name with a turn of writing direction",
            [](SurveyDraft &d) { d.name = u"A\u202eB"_s; },
            {u"name ~: The name has invisible characters in it: it will be hard to find."_s});
        row("an emoji that is joined", [](SurveyDraft &d) { d.name = u"A 👩‍🔬"_s; });
        row("no country", [](SurveyDraft &d) { d.country = {}; },
            {u"country !: Choose a country."_s});
        row("no language", [](SurveyDraft &d) { d.language = {}; },
            {u"language !: Choose a language."_s});
        row("no complete",
            [](SurveyDraft &d) {
                d.completes = 0;
                d.quotas.clear();
            },
            {u"completes !: At least 1 complete is needed."_s});
        row("one complete", [](SurveyDraft &d) { d.completes = 1; });
        row("an incidence of nothing", [](SurveyDraft &d) { d.ir = 0; },
            {u"ir !: The incidence rate is a whole number from 1 to 100."_s});
        row("an incidence of 1", [](SurveyDraft &d) { d.ir = 1; });
        row("an incidence of 100", [](SurveyDraft &d) { d.ir = 100; });
        row("an incidence of 101", [](SurveyDraft &d) { d.ir = 101; },
            {u"ir !: The incidence rate is a whole number from 1 to 100."_s});
        row("an interview of no time", [](SurveyDraft &d) { d.loi = 0; },
            {u"loi !: The interview lasts at least 1 minute."_s});
        row("an interview of an hour", [](SurveyDraft &d) { d.loi = 60; });
        row("B2C a cent too cheap", [](SurveyDraft &d) { d.cpi = {174}; },
            {u"cpi !: B2C needs at least 1.75."_s});
        row("B2C at its least", [](SurveyDraft &d) { d.cpi = {175}; });
        row("B2B a cent too cheap",
            [](SurveyDraft &d) {
                d.audience = api::AudienceType::B2B;
                d.cpi = {599};
            },
            {u"cpi !: B2B needs at least 6.00."_s});
        row("B2B at its least", [](SurveyDraft &d) {
            d.audience = api::AudienceType::B2B;
            d.cpi = {600};
        });
        row("Health Care for nothing",
            [](SurveyDraft &d) {
                d.audience = api::AudienceType::HealthCare;
                d.cpi = {0};
            },
            {u"cpi !: Health Care needs more than 0."_s});
        row("Health Care for a cent", [](SurveyDraft &d) {
            d.audience = api::AudienceType::HealthCare;
            d.cpi = {1};
        });
        row("a start yesterday", [](SurveyDraft &d) { d.start = today.addDays(-1); },
            {u"start !: The start date must be today or later."_s});
        row("no start", [](SurveyDraft &d) { d.start = {}; },
            {u"start !: Enter the day on which the field starts."_s});
        row("an end today", [](SurveyDraft &d) { d.end = today; },
            {u"end !: The end is after today."_s});
        row("an end tomorrow", [](SurveyDraft &d) { d.end = today.addDays(1); });
        row("no end", [](SurveyDraft &d) { d.end = {}; },
            {u"end !: Enter the day on which the field ends."_s});
        row("an end before the start",
            [](SurveyDraft &d) {
                d.start = today.addDays(5);
                d.end = today.addDays(4);
            },
            {u"end !: The end is not before the start."_s});
        row("an end on the start", [](SurveyDraft &d) { d.start = d.end = today.addDays(5); });
        row("no live link", [](SurveyDraft &d) { d.liveLink.clear(); },
            {u"liveLink !: Enter the link to the questionnaire."_s});
        row("a link without a scheme",
            [](SurveyDraft &d) { d.liveLink = u"s.example/[identifier]"_s; },
            {u"liveLink !: A link is a whole web address that begins with http:// or https://."_s});
        row("a link of another scheme",
            [](SurveyDraft &d) { d.testLink = u"ftp://s.example/[identifier]"_s; },
            {u"testLink !: A link is a whole web address that begins with http:// or https://."_s});
        row("a link without a host",
            [](SurveyDraft &d) { d.testLink = u"https:///[identifier]"_s; },
            {u"testLink !: A link is a whole web address that begins with http:// or https://."_s});
        row("a link with a blank in it",
            [](SurveyDraft &d) { d.testLink = u"https://a.b/x y[identifier]"_s; },
            {u"testLink !: A link is a whole web address that begins with http:// or https://."_s});
        row("a link that can't be reconciled",
            [](SurveyDraft &d) { d.liveLink = u"https://a.example/"_s; },
            {u"liveLink ~: Without [identifier] in the link, its completes can’t be reconciled."_s});
    }
    void tellsWhatIsWrong()
    {
        QFETCH(Spoil, spoil);
        QFETCH(QStringList, said);
        SurveyDraft draft = goodDraft();
        spoil(draft);
        QCOMPARE(render(models::validate(draft, today)), said);
    }

    void tellsWhatIsWrongWithTheTargets_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QStringList>("said");
        const auto row = [](const char *name, Spoil spoil, const QStringList &said = {}) {
            QTest::newRow(name) << spoil << said;
        };
        const api::QualificationCode gender {43};
        const api::QualificationCode age {42};
        row("no option", [](SurveyDraft &d) { d.qualifications[0].options.clear(); },
            {u"qualifications/43 !: GENDER: choose at least one option."_s});
        row("only an option that the question doesn't have",
            [](SurveyDraft &d) { d.qualifications[0].options = {9}; },
            {u"qualifications/43 !: GENDER: choose at least one option."_s});
        row("no range", [](SurveyDraft &d) { d.qualifications[1].ranges.clear(); },
            {u"qualifications/42 !: AGE: add at least one range."_s});
        row("a range turned round",
            [](SurveyDraft &d) {
                d.qualifications[1].ranges = {{30, 20}};
            },
            {u"qualifications/42 !: AGE: the range 30–20 ends before it begins."_s});
        row("a range of one year", [](SurveyDraft &d) { d.qualifications[1].ranges = {{30, 30}}; });
        row("ranges that touch", [](SurveyDraft &d) {
            d.qualifications[1].ranges = {{25, 34}, {18, 24}};
        });
        row("ranges that overlap by a year",
            [](SurveyDraft &d) {
                d.qualifications[1].ranges = {{24, 34}, {18, 24}};
            },
            {u"qualifications/42 !: AGE: the ranges 18–24 and 24–34 overlap."_s});
        row("a range beyond what is asked",
            [](SurveyDraft &d) {
                d.qualifications[1].ranges = {{18, 61}};
            },
            {u"qualifications/42 ~: AGE: 18–61 is outside the qualification’s own range."_s});
        row("no zip code",
            [](SurveyDraft &d) {
                d.qualifications.append({support::zipQuestion(), {}, {}, {}});
            },
            {u"qualifications/45 !: ZIP: add at least one zip code."_s});
        row("a quota for what isn't targeted",
            [=](SurveyDraft &d) {
                d.quotas = {{gender, {{10, 3}}}};
            },
            {u"quotas/43 !: There is a quota for an option that isn’t targeted."_s});
        row("a quota for a range that isn't targeted",
            [=](SurveyDraft &d) {
                d.quotas = {{age, {{10, api::Range {18, 25}}}}};
            },
            {u"quotas/42 !: There is a quota for an option that isn’t targeted."_s});
        row("a quota below 0",
            [=](SurveyDraft &d) {
                d.quotas = {{gender, {{-1, 1}}}};
            },
            {u"quotas/43 !: A quota is 0 or more."_s});
        row("a quota of 0 closes the option", [=](SurveyDraft &d) {
            d.quotas = {{gender, {{0, 1}}}};
        });
        row("quotas that sum to something else",
            [=](SurveyDraft &d) {
                d.quotas = {{gender, {{100, 1}, {200, 2}}}};
            },
            {u"quotas/43 ~: GENDER: The quotas add up to 300, the completes are 400."_s});
        row("quotas that sum to the completes", [=](SurveyDraft &d) {
            d.quotas = {{gender, {{100, 1}, {300, 2}}}};
        });
        row("crossing what isn't targeted", [](SurveyDraft &d) { d.interlocked = {{99}}; },
            {u"interlocked !: Only qualifications that are targeted can be interlocked."_s});
        row("crossing two", [=](SurveyDraft &d) { d.interlocked = {gender, age}; });
        row("crossing five",
            [=](SurveyDraft &d) {
                d.interlocked = {gender, age, gender, age, gender};
            },
            {u"interlocked !: At most 4 qualifications can be interlocked."_s});
        row("a cell above what a cell takes",
            [=](SurveyDraft &d) {
                d.completes = 20'001;
                d.interlocked = {gender};
                d.cells = {{{u"o1"_s}, 10'001}, {{u"o2"_s}, 10'000}};
            },
            {u"cells !: Male: a cell takes 1 to 10,000."_s});
        row("a cell of 0",
            [=](SurveyDraft &d) {
                d.interlocked = {gender};
                d.cells = {{{u"o1"_s}, 0}, {{u"o2"_s}, 400}};
            },
            {u"cells !: Male: a cell takes 1 to 10,000."_s});
        row("cells that sum to something else",
            [=](SurveyDraft &d) {
                d.interlocked = {gender};
                d.cells = {{{u"o1"_s}, 100}};
            },
            {u"cells ~: The cells add up to 300, the completes are 400."_s});
    }
    void tellsWhatIsWrongWithTheTargets() { tellsWhatIsWrong(); }

    void limitsTheCombinations()
    {
        SurveyDraft draft = goodDraft();
        QList<api::Range> years;
        for (int age = 0; age < 100; ++age)
            years.append({age, age});
        draft.qualifications[1].question.ranges.clear();
        draft.qualifications[1].ranges = years;
        draft.interlocked = {{43}, {42}};
        QCOMPARE(render(models::validate(draft, today)), QStringList());
        draft.qualifications[1].ranges.append({100, 100});
        const QList<models::Issue> issues = models::validate(draft, today);
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues[0].field, QByteArray("interlocked"));
        QVERIFY(issues[0].text.contains(u"202"_s));
    }

    void asksNarrowerForFeasibility()
    {
        SurveyDraft draft = goodDraft();
        draft.name.clear();
        draft.liveLink.clear();
        draft.cpi = {};
        draft.loi = 45;
        draft.completes = 10'000;
        QCOMPARE(render(models::validateForFeasibility(draft, today)), QStringList());
        draft.loi = 46;
        draft.completes = 10'001;
        QCOMPARE(
            render(models::validateForFeasibility(draft, today)),
            (QStringList {u"loi !: Feasibility is known for interviews of up to 45 minutes."_s,
                          u"completes !: Feasibility is known for up to 10,000 completes."_s}));
    }

    void noticesATakenName()
    {
        const models::TakenNames there(QStringList {u"Snack  Tracker w14 "_s, QString()});
        QCOMPARE(there.issues(u" snack tracker W14"_s).size(), 1);
        QCOMPARE(there.issues(u"snack tracker W15"_s).size(), 0);
        QCOMPARE(there.issues(QString()).size(), 0);
        // e with an accent, composed and decomposed
        QCOMPARE(models::TakenNames(QStringList {u"Cafe\u0301"_s}).issues(u"Caf\u00e9"_s).size(),
                 1);
    }

    void blocksOnlyWhatIsPastEverywhere()
    {
        for (int zone = -12; zone <= 14; ++zone) {
            for (const QTime time : {QTime(0, 1), QTime(23, 59)}) {
                const QDateTime now(support::today, time, Qt::OffsetFromUTC, zone * 3600);
                const QDate earliest = models::earliestToday(now);
                SurveyDraft draft = support::goodDraft();
                QVERIFY(!models::hasErrors(models::validate(draft, earliest)));
                draft.start = earliest;
                QVERIFY(!models::hasErrors(models::validate(draft, earliest)));
                QCOMPARE(models::zoneIssues(draft, now.date(), earliest).size(),
                         earliest < now.date() ? 1 : 0);
                draft.start = earliest.addDays(-1);
                QVERIFY(models::hasErrors(models::validate(draft, earliest)));
                QCOMPARE(models::zoneIssues(draft, now.date(), earliest).size(), 0);
            }
        }
        const QDateTime inKiribati(support::today, {0, 1}, Qt::OffsetFromUTC, 14 * 3600);
        QCOMPARE(models::earliestToday(inKiribati), support::today.addDays(-2));
    }

    void offersANameThatIsFree()
    {
        const models::TakenNames one(QStringList {u"Snacks"_s});
        const models::TakenNames two(QStringList {u"Snacks"_s, u"snacks 2222"_s});
        QCOMPARE(one.freeName(u"Snacks "_s, 0), u"Snacks 2222"_s);
        QCOMPARE(two.freeName(u"Snacks"_s, 0), u"Snacks 3222"_s);
        QVERIFY(models::TakenNames().freeName(u"A"_s, 1)
                != models::TakenNames().freeName(u"A"_s, 2));
    }

    /// reliability.md, case 25: the clock of either may be wrong.
    void judgesByNeitherClockAlone_data()
    {
        QTest::addColumn<qint64>("skew");
        for (const qint64 hours : {1, 24, 87'660}) {
            QTest::addRow("the server is %lld hours ahead", hours) << hours * 3600;
            QTest::addRow("the server is %lld hours behind", hours) << -hours * 3600;
        }
    }
    void judgesByNeitherClockAlone()
    {
        QFETCH(qint64, skew);
        for (const QTime time : {QTime(0, 1), QTime(12, 0), QTime(23, 59)}) {
            const QDateTime now(support::today, time, Qt::UTC);
            const QDate earliest = models::earliestToday(now, std::chrono::seconds(skew));
            SurveyDraft draft = support::goodDraft();
            draft.start = std::min(support::today, now.addSecs(skew).date());
            draft.end = std::max(support::today, now.addSecs(skew).date()).addDays(2);
            QVERIFY(!models::hasErrors(models::validate(draft, earliest)));
            draft.start = earliest.addDays(-1);
            QVERIFY(models::hasErrors(models::validate(draft, earliest)));
        }
    }

    void warnsOfAClockThatIsOff()
    {
        using namespace std::chrono_literals;
        const QDateTime now(support::today, {12, 0});
        for (const auto off : {5min, 60min, -5min})
            QCOMPARE(models::clockIssues(now, off).size(), 1);
        for (const std::chrono::seconds close : {0s, 299s, -299s})
            QCOMPARE(models::clockIssues(now, close).size(), 0);
        const models::Issue issue = models::clockIssues(now, 2h).first();
        QCOMPARE(issue.field, QByteArray("start"));
        QVERIFY(issue.severity == models::Severity::Warning);
        QVERIFY2(issue.text.contains(QLocale().toString(now.addSecs(7200), QLocale::ShortFormat)),
                 qPrintable(issue.text));
    }
};

QTEST_GUILESS_MAIN(TestDraftRules)
#include "tst_draftrules.moc"
