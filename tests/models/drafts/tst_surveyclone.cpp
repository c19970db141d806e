#include "models/database/database.h"
#include "models/drafts/draftreuse.h"
#include "models/drafts/draftrules.h"
#include "models/drafts/surveyclone.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"

#include <QSignalSpy>

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

const QList<api::SurveyId> none;

QString cells(const models::SurveyDraft &draft)
{
    QStringList all;
    for (const models::GridCell &cell : models::gridCells(draft))
        all.append(u"%1 %2"_s.arg(cell.names.join(u'×')).arg(cell.quota));
    return all.join(u", "_s);
}

/// A service with one survey that asks GENDER (Male), and its standard qualifications.
struct Desk
{
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.path().endsWith("/get_survey"))
            return support::json(200, fixture::page({fixture::survey(u"1"_s, u"Snacks W6"_s)}));
        if (seen.path().endsWith("/qualifications"))
            return support::json(200,
                                 R"({"status":200,"qualifications_data":[{"qualification_id":43,)"
                                 R"("Name":"GENDER","conditions":[{"condition_code":"1",)"
                                 R"("condition_name":"Male"}]}]})");
        if (seen.path().endsWith("/exclusion"))
            return exclusions;
        if (seen.path().endsWith("/get_qualification_master")) {
            if (whenMasterIsAsked)
                whenMasterIsAsked();
            return isMasterDown ? support::json(403, R"({"status":403,"error":"Forbidden"})")
                                : *masterData.reply(seen);
        }
        return support::json(422, R"({"status":422,"error":"Data not found!"})");
    }
    models::Clone clone()
    {
        QSignalSpy ready(&cloner, &models::SurveyCloner::ready);
        cloner.start({u"1"_s}, {}, support::today);
        if (!support::emitted(ready))
            qFatal("no clone");
        return ready[0][0].value<models::Clone>();
    }

    support::MasterData masterData {};
    support::Reply exclusions =
        support::json(200, R"({"status":200,"data":{"exclusion_project":["W5","W4"]}})");
    std::function<void()> whenMasterIsAsked;
    bool isMasterDown = false;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    api::Client client {{server.baseUrl(), u"c"_s, u"k"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    models::ReferenceStore reference {client, database, u"a"_s};
    models::SurveyCloner cloner {client, database, u"a"_s, reference};
};

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
    void carriesExclusionsOver_data();
    void carriesExclusionsOver();
    void waitsForItsOwnListOnly_data();
    void waitsForItsOwnListOnly();
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
    QCOMPARE(models::nextWaveName(name, models::TakenNames(QStringList {name, u"tea  w2"_s})),
             next);
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
    const models::Clone clone = models::cloneOf(original(), std::nullopt, none,
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
    QCOMPARE(clone.notes, QStringList {u"IR is 12 here; the original has 12.4."_s});
}

void TestSurveyClone::takesLinksFromTheLocalRecord()
{
    models::CreationIntent local;
    local.draft = support::goodDraft();
    local.draft.audience = api::AudienceType::B2B;
    local.draft.completes = 1; // what the service tells is newer
    const models::Clone clone =
        models::cloneOf(original(), local, none, {}, u"W15"_s, support::today);
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
    const models::Clone clone = models::cloneOf(whole, local, none, {}, u"W15"_s, support::today);
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

void TestSurveyClone::carriesExclusionsOver_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("two") << 200
                         << QByteArray(R"({"status":200,"data":{"exclusion_project":["W5","W4"]}})")
                         << 2 << true;
    QTest::newRow("none") << 200 << QByteArray(R"({"status":200,"data":[]})") << 0 << true;
    QTest::newRow("refused") << 403 << QByteArray(R"({"status":403,"error":"Forbidden"})") << 0
                             << false;
}

void TestSurveyClone::carriesExclusionsOver()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, answer);
    QFETCH(const int, count);
    QFETCH(const bool, isKnown);
    Desk desk;
    desk.exclusions = support::json(status, answer);
    const models::Clone clone = desk.clone();
    QCOMPARE(clone.draft.excluded.size(), count);
    QCOMPARE(!clone.unknown.contains(u"excluded surveys"_s), isKnown);
}

void TestSurveyClone::waitsForItsOwnListOnly_data()
{
    QTest::addColumn<bool>("isMasterDown");
    QTest::newRow("its own arrives") << false;
    QTest::newRow("its own fails") << true;
}

void TestSurveyClone::waitsForItsOwnListOnly()
{
    QFETCH(const bool, isMasterDown);
    Desk desk;
    desk.isMasterDown = isMasterDown;
    desk.whenMasterIsAsked = [&desk] {
        Q_EMIT desk.reference.qualificationsChanged({u"7"_s}, {u"5"_s});
        Q_EMIT desk.reference.qualificationsFailed({u"7"_s}, {u"5"_s}, {});
        Q_EMIT desk.reference.failed({});
    };
    const models::Clone clone = desk.clone();
    QCOMPARE(clone.draft.qualifications.size(), 1);
    QCOMPARE(clone.draft.qualifications[0].options, QList<int> {1});
    // With the standard list Female can be chosen too; without it that is said.
    QCOMPARE(clone.draft.qualifications[0].question.conditions.size(), isMasterDown ? 1 : 2);
    QCOMPARE(clone.notes.join(u' ').contains(u"could not be read"_s), isMasterDown);
}

QTEST_GUILESS_MAIN(TestSurveyClone)
#include "tst_surveyclone.moc"
