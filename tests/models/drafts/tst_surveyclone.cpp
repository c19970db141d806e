#include "models/drafts/draftreuse.h"
#include "models/drafts/draftrules.h"
#include "models/drafts/surveyclone.h"
#include "tests/models/drafts/draftfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// An Active original with gender crossed by age.
api::flows::WholeSurvey original()
{
    api::flows::WholeSurvey whole;
    whole.survey.id = {u"old"_s};
    whole.survey.name = u"Snack tracker W14"_s;
    whole.survey.country = {u"229"_s};
    whole.survey.language = {u"5"_s};
    whole.survey.ir = 12.4;
    whole.survey.loi = 12;
    whole.survey.cpi = {450};
    whole.survey.completeNeeded = 400;
    whole.survey.start = QDate(2026, 6, 1);
    whole.survey.end = QDate(2026, 6, 11);
    whole.survey.status = api::SurveyStatus::Active;
    api::Qualification gender = support::genderQuestion();
    gender.conditions = {{1, u"Male"_s}, {9, u"Withdrawn"_s}};
    api::Qualification age = support::ageQuestion();
    age.ranges = {{18, 24}, {25, 34}};
    whole.qualifications = {gender, age};
    whole.quotas = {{{43}, {{250, 1}, {150, 9}}}};
    whole.grid.qualifications = {{u"1"_s, u"AGE"_s, u"18-24,25-34"_s},
                                 {u"2"_s, u"GENDER"_s, u"Male,Withdrawn"_s}};
    whole.grid.combinations = {{{u"a"_s}, u"18-24,Male"_s, 100},
                               {{u"b"_s}, u"18-24,Withdrawn"_s, 90},
                               {{u"c"_s}, u"25-34,Male"_s, 110},
                               {{u"d"_s}, u"25-34,Withdrawn"_s, 100}};
    return whole;
}

QString cells(const models::SurveyDraft &draft)
{
    QStringList all;
    for (const models::GridCell &cell : models::gridCells(draft))
        all.append(u"%1 %2"_s.arg(cell.names.join(u'×')).arg(cell.quota));
    return all.join(u", "_s);
}

} // namespace

class TestSurveyClone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWavesUp_data();
    void countsWavesUp();
    void movesDates();
    void takesOverWhatTheServiceTells();
    void takesLinksFromTheLocalRecord();
    void saysWhatCannotBeKnown();
    void refusesExclusionsThatRun();
};

void TestSurveyClone::countsWavesUp_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("next");
    QTest::newRow("a W") << u"Snack tracker W14"_s << u"Snack tracker W15"_s;
    QTest::newRow("padded") << u"Snacks, wave 02"_s << u"Snacks, wave 03"_s;
    QTest::newRow("a wave before a suffix") << u"Snacks W9 K7QF"_s << u"Snacks W10 K7QF"_s;
    QTest::newRow("a number at the end") << u"Brand health 7"_s << u"Brand health 8"_s;
    QTest::newRow("the first wave") << u"Coffee"_s << u"Coffee W2"_s;
    QTest::newRow("a year is no wave") << u"B2B 2026 study"_s << u"B2B 2026 study W2"_s;
    QTest::newRow("one that is taken") << u"Tea W1"_s << u"Tea W3"_s;
}

void TestSurveyClone::countsWavesUp()
{
    QFETCH(const QString, name);
    QFETCH(const QString, next);
    QCOMPARE(models::nextWaveName(name, {name, u"tea  w2"_s}), next);
}

void TestSurveyClone::movesDates()
{
    models::SurveyDraft draft;
    draft.start = QDate(2026, 1, 30);
    draft.end = QDate(2026, 2, 4);
    draft = models::movedTo(draft, support::today);
    QCOMPARE(draft.start, support::today);
    QCOMPARE(draft.end, support::today.addDays(5));
    draft.end = draft.start; // a day at least, since the end is after today
    QCOMPARE(models::movedTo(draft, support::today).end, support::today.addDays(1));
    QCOMPARE(models::movedTo({}, support::today).end, support::today.addDays(14));
}

void TestSurveyClone::takesOverWhatTheServiceTells()
{
    const models::Clone clone = models::cloneOf(original(), std::nullopt,
                                                {support::genderQuestion(), support::ageQuestion()},
                                                u"W15"_s, support::today);
    const models::SurveyDraft &draft = clone.draft;
    QCOMPARE(draft.name, u"W15"_s);
    QCOMPARE(draft.ir, 12);
    QCOMPARE(draft.cpi, api::Money {450});
    QCOMPARE(draft.completes, 400);
    QCOMPARE(draft.start, support::today);
    QCOMPARE(draft.end, support::today.addDays(10));
    QCOMPARE(draft.qualifications[0].options, (QList<int> {1, 9}));
    QCOMPARE(draft.qualifications[0].question.conditions.size(), 3); // the master's, and Withdrawn
    QCOMPARE(draft.quotas, original().quotas);
    QCOMPARE(draft.interlocked, (QList<api::QualificationCode> {{42}, {43}}));
    QCOMPARE(cells(draft),
             u"18-24×Male 100, 18-24×Withdrawn 90, 25-34×Male 110, 25-34×Withdrawn 100"_s);
    QVERIFY(draft.liveLink.isEmpty());
    QVERIFY(clone.unknown.contains(u"links"_s));
}

void TestSurveyClone::takesLinksFromTheLocalRecord()
{
    models::CreationIntent local;
    local.draft = support::goodDraft();
    local.draft.audience = api::AudienceType::B2B;
    local.draft.completes = 1; // what the service tells is newer
    const models::Clone clone = models::cloneOf(original(), local, {}, u"W15"_s, support::today);
    QCOMPARE(clone.draft.liveLink, support::goodDraft().liveLink);
    QCOMPARE(clone.draft.audience, api::AudienceType::B2B);
    QCOMPARE(clone.draft.completes, 400);
    QCOMPARE(clone.unknown, QStringList());
}

void TestSurveyClone::saysWhatCannotBeKnown()
{
    api::flows::WholeSurvey whole = original();
    whole.grid.combinations[0].option = u"Something else"_s;
    models::CreationIntent local;
    const models::Clone clone = models::cloneOf(whole, local, {}, u"W15"_s, support::today);
    QCOMPARE(clone.draft.cells.size(), 0);
    QCOMPARE(clone.unknown, (QStringList {u"the cells of the interlocking grid"_s}));
}

void TestSurveyClone::refusesExclusionsThatRun()
{
    models::SurveyDraft draft = support::goodDraft();
    draft.excluded = {{u"old"_s}, {u"of another page"_s}};
    api::Survey survey = original().survey;
    QCOMPARE(models::exclusionIssues(draft, {survey}).size(), 1);
    survey.status = api::SurveyStatus::Closed;
    QCOMPARE(models::exclusionIssues(draft, {survey}).size(), 0);
}

QTEST_GUILESS_MAIN(TestSurveyClone)
#include "tst_surveyclone.moc"
