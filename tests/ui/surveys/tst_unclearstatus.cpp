// Changes of status whose answer is lost or isn't what the service has afterwards.
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/surveys/surveyspage.h"

#include <QAction>
#include <QSettings>
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
        const bool isWrite = seen.path().endsWith("/survey_status");
        sent += isWrite ? 1 : 0;
        if (isCut && sent > 0)
            return {{}, support::Ending::Reset};
        if (isWrite) {
            survey.statusText = u"Closed"_s; // whatever was asked for
            return json(200, R"({"status":200})");
        }
        const bool isPage = seen.target.contains("page=") && !seen.target.contains("page=1");
        return json(200, fixture::page(isPage ? QList<api::Survey>() : QList {survey}));
    }
    void change(const QString &text)
    {
        QSignalSpy busy(&session.surveys(), &models::SurveyStore::busyChanged);
        session.surveys().refresh();
        QTRY_VERIFY(busy.size() >= 2 && !session.surveys().isBusy());
        named<QTableView>(page, u"Surveys"_s)->selectRow(0);
        for (QAction *const one : page.surveyActions()) {
            if (one->text().remove(u'&') == text)
                one->trigger();
        }
    }

    api::Survey survey = fixture::survey(u"1"_s, u"Pet owners"_s, 400);
    bool isCut = false; ///< from the first change on nothing is answered
    int sent = 0;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
    ui::SurveysPage page {session, prompt};
};

} // namespace

class TestUnclearStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }

    void whatIsUnclearIsNotCalledUnchanged()
    {
        Desk desk;
        desk.isCut = true;
        desk.change(u"Close…"_s);
        QTRY_VERIFY(says(desk.page, u"“Pet owners” may not have been changed"_s));
        QVERIFY(says(desk.page, u"Whether the service acted on the call isn’t known."_s));
        QCOMPARE(desk.sent, 1); // and not sent again
    }

    void whatWasTakenIsReadBack()
    {
        Desk desk;
        desk.change(u"Pause"_s);
        QTRY_VERIFY(says(desk.page, u"It was sent, but the service reports Closed."_s));
        QCOMPARE(desk.session.surveys().find({u"1"_s})->status, api::SurveyStatus::Closed);
    }
};

int main(int argc, char **argv)
{
    return support::runWindowTest<TestUnclearStatus>(argc, argv);
}

#include "tst_unclearstatus.moc"
