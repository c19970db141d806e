#include "models/database/database.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/opencreations.h"
#include "models/drafts/surveycreation.h"
#include "models/surveys/surveystore.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/models/drafts/scriptedserver.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using models::CreationIntent;
using models::CreationStep;
using models::IntentState;
using models::OpenCreations;
using models::StepState;

namespace {

CreationIntent intentOf(const QString &name, IntentState state)
{
    CreationIntent intent;
    intent.uuid = name;
    intent.draft = support::goodDraft();
    intent.draft.name = name;
    intent.draftId = u"draft of "_s + name;
    intent.state = state;
    intent.created = QDateTime::currentDateTimeUtc();
    if (state == IntentState::Created)
        intent.survey = {u"id of "_s + name};
    return intent;
}

QStringList names(const QList<CreationIntent> &intents)
{
    QStringList all;
    for (const CreationIntent &intent : intents)
        all.append(intent.draft.name + u" of "_s + intent.draftId);
    return all;
}

struct Desk
{
    models::Database database {u":memory:"_s};
    support::FaultServer server {
        [](const support::Seen &) { return support::json(200, R"({"status":200,"data":[]})"); }};
    api::Client client {{server.baseUrl(), u"c"_s, u"k"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    models::SurveyStore surveys {client, database, u"a"_s};
    OpenCreations creations {database, u"a"_s, surveys};

    void keep(const CreationIntent &intent)
    {
        QVERIFY(support::wait(database.run([intent](QSqlDatabase &connection) {
            return models::intents::save(connection, u"a"_s, intent);
        })));
    }
    void load()
    {
        QSignalSpy changed(&creations, &OpenCreations::changed);
        creations.load();
        QVERIFY(support::emitted(changed));
    }
    api::Survey madeOf(const CreationIntent &intent)
    {
        return support::ScriptedServer::surveyOf(models::toNewSurvey(intent.draft), u"late"_s);
    }
};

} // namespace

class TestOpenCreations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatNeedsAPerson();
    void leavesOnlyWhatIsKnown();
    void tellsASurveyThatCameLate();
    void knowsWhichSurveysAreInDoubt();
    void offersNothingThatIsAtHand();
};

void TestOpenCreations::offersWhatNeedsAPerson()
{
    Desk desk;
    desk.keep(intentOf(u"not sent"_s, IntentState::Prepared));
    desk.keep(intentOf(u"cut off"_s, IntentState::Sending));
    desk.keep(intentOf(u"whole"_s, IntentState::Created));
    CreationIntent half = intentOf(u"half"_s, IntentState::Created);
    half.extras = {{CreationStep::Exclusions, StepState::Done},
                   {CreationStep::Status, StepState::Waiting}};
    half.created = half.created.addSecs(1);
    desk.keep(half);
    desk.keep(intentOf(u"refused"_s, IntentState::Rejected));
    desk.load();
    QCOMPARE(names(desk.creations.all()),
             (QStringList {u"cut off of draft of cut off"_s, u"half of draft of half"_s}));
    QCOMPARE(desk.creations.all().last().extras, half.extras);
}

void TestOpenCreations::leavesOnlyWhatIsKnown()
{
    Desk desk;
    desk.keep(intentOf(u"cut off"_s, IntentState::Sending));
    CreationIntent half = intentOf(u"half"_s, IntentState::Created);
    half.extras[CreationStep::Status] = StepState::Waiting;
    desk.keep(half);
    desk.load();
    desk.creations.leave(u"cut off"_s);
    QCOMPARE(desk.creations.all().size(), 2);
    desk.creations.leave(u"half"_s);
    QCOMPARE(desk.creations.all().size(), 1);
    desk.load();
    QCOMPARE(names(desk.creations.all()), (QStringList {u"cut off of draft of cut off"_s}));
}

void TestOpenCreations::tellsASurveyThatCameLate()
{
    Desk desk;
    const CreationIntent given = intentOf(u"given up"_s, IntentState::Dismissed);
    desk.keep(given);
    CreationIntent old = intentOf(u"old"_s, IntentState::Dismissed);
    old.created = old.created.addDays(-2);
    desk.keep(old);
    desk.surveys.adopt(desk.madeOf(old));
    desk.load();
    QCOMPARE(desk.creations.late().size(), 0);
    desk.surveys.adopt(desk.madeOf(given));
    desk.load();
    QCOMPARE(desk.creations.late().size(), 1);
    QCOMPARE(desk.creations.late().first().survey.name, u"given up"_s);
    desk.creations.acknowledge(desk.creations.late().first());
    QCOMPARE(desk.creations.late().size(), 0);
    desk.load();
    QCOMPARE(desk.creations.late().size(), 0);
    // A later try's own survey is no surprise.
    CreationIntent again = intentOf(u"given up"_s, IntentState::Created);
    again.uuid = u"again"_s;
    again.survey = {u"again"_s};
    desk.keep(again);
    api::Survey its = desk.madeOf(again);
    its.id = again.survey;
    desk.surveys.adopt(its);
    desk.load();
    QCOMPARE(desk.creations.late().size(), 0);
}

void TestOpenCreations::knowsWhichSurveysAreInDoubt()
{
    Desk desk;
    const CreationIntent cut = intentOf(u"cut off"_s, IntentState::Sending);
    desk.keep(cut);
    desk.load();
    api::Survey survey = desk.madeOf(cut);
    QVERIFY(desk.creations.isInDoubt(survey));
    survey.loi += 1;
    QVERIFY(!desk.creations.isInDoubt(survey));
}

void TestOpenCreations::offersNothingThatIsAtHand()
{
    Desk desk;
    support::ScriptedServer server;
    auto creation = std::make_unique<models::SurveyCreation>(server, desk.database, u"a"_s);
    creation->setPauses({});
    desk.creations.follow(*creation);
    server.creates = {support::Fate::LostBefore};
    bool isOffered = false;
    QStringList running;
    // As another wizard that is closed meanwhile has it read.
    server.whenCreating = [&] {
        desk.load();
        isOffered = !desk.creations.all().isEmpty();
        running = desk.creations.running();
    };
    creation->start(support::goodDraft(), false);
    QTRY_COMPARE(creation->state(), models::SurveyCreation::State::Unknown);
    QVERIFY(!isOffered);
    QCOMPARE(running, QStringList {support::goodDraft().name});
    desk.load();
    QCOMPARE(desk.creations.all().size(), 0);
    const QString uuid = creation->intent().uuid;
    QVERIFY(desk.creations.isAtHand(uuid));
    QVERIFY(desk.creations.isInDoubt(
        support::ScriptedServer::surveyOf(models::toNewSurvey(support::goodDraft()), u"late"_s)));
    desk.creations.leave(uuid);
    // Once nobody has it at hand it is offered.
    creation.reset();
    QTRY_COMPARE(desk.creations.all().size(), 1);
    QVERIFY(!desk.creations.isAtHand(uuid));
    // And taken up it is at hand again.
    creation = std::make_unique<models::SurveyCreation>(server, desk.database, u"a"_s);
    creation->setPauses({});
    desk.creations.follow(*creation);
    server.surveys = {
        support::ScriptedServer::surveyOf(models::toNewSurvey(support::goodDraft()), u"found"_s)};
    creation->resume(desk.creations.all().first());
    QCOMPARE(desk.creations.all().size(), 0);
    QTRY_COMPARE(creation->state(), models::SurveyCreation::State::Finished);
    QVERIFY(desk.surveys.find({u"found"_s}));
    creation.reset();
    desk.load();
    QCOMPARE(desk.creations.all().size(), 0);
    QCOMPARE(server.calls.count(u"create"_s), 1);
}

QTEST_GUILESS_MAIN(TestOpenCreations)
#include "tst_opencreations.moc"
