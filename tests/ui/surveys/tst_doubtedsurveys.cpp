// Surveys whose creation is in doubt, and the clone of one, as their pages show it.
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/drafts/opencreations.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/surveys/surveyspage.h"

#include <QAction>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

struct Desk
{
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.path().endsWith("/survey_status")) {
            ++changes;
            return json(200, R"({"status":200})");
        }
        const bool isFirst = seen.target.contains("page=1") || seen.target.contains("project_id=");
        return isFirst ? json(200, fixture::page({survey}))
                       : json(422, R"({"status":422,"error":"Survey data not found!"})");
    }
    QAction *action(const QString &text)
    {
        for (QAction *const one : page.surveyActions()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        qFatal("no action is called %s", qPrintable(text));
    }
    void keep(models::IntentState state)
    {
        models::CreationIntent intent;
        intent.uuid = u"one"_s;
        intent.draft.name = survey.name;
        intent.draft.country = survey.country;
        intent.draft.language = survey.language;
        intent.draft.ir = int(survey.ir);
        intent.draft.loi = int(survey.loi);
        intent.draft.cpi = survey.cpi;
        intent.draft.completes = survey.completeNeeded;
        intent.draft.start = survey.start;
        intent.draft.end = survey.end;
        intent.state = state;
        intent.created = QDateTime::currentDateTimeUtc();
        QVERIFY(support::wait(
            database.run([intent, account = session.account()](QSqlDatabase &connection) {
                return models::intents::save(connection, account, intent);
            })));
        QSignalSpy changed(&session.creations(), &models::OpenCreations::changed);
        session.creations().load();
        QVERIFY(support::emitted(changed));
    }

    api::Survey survey = [] {
        api::Survey one = fixture::survey(u"1"_s, u"Snack tracker"_s);
        one.status = api::SurveyStatus::Inactive;
        one.statusText = u"Inactive"_s;
        return one;
    }();
    int changes = 0;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {
        {u"Test"_s, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s}, database};
    support::CallsEnd ending {session.client()};
    ui::SurveysPage page {session, prompt};
};

} // namespace

class TestDoubtedSurveys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areNotActivatedBeforeTheDoubtIsOver();
    void oneIsCloned();
};

void TestDoubtedSurveys::areNotActivatedBeforeTheDoubtIsOver()
{
    Desk desk;
    desk.keep(models::IntentState::Sending);
    desk.session.surveys().refresh();
    auto *const table = named<QTableView>(desk.page, u"Surveys"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectAll();
    desk.action(u"Activate"_s)->trigger();
    QVERIFY(says(desk.page, u"“Snack tracker” is not activated yet"_s));
    QCOMPARE(desk.changes, 0);
    desk.keep(models::IntentState::Created);
    desk.action(u"Activate"_s)->trigger();
    QTRY_COMPARE(desk.changes, 1);
}

void TestDoubtedSurveys::oneIsCloned()
{
    Desk desk;
    desk.session.surveys().refresh();
    auto *const table = named<QTableView>(desk.page, u"Surveys"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(!desk.action(u"Clone…"_s)->isEnabled());
    table->selectAll();
    QSignalSpy wanted(&desk.page, &ui::SurveysPage::cloneWanted);
    desk.action(u"Clone…"_s)->trigger();
    QCOMPARE(wanted.value(0).value(0).value<api::SurveyId>(), desk.survey.id);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestDoubtedSurveys>(argc, argv);
}

#include "tst_doubtedsurveys.moc"
