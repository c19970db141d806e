// Who opens the wizard: what was read for it is never dropped, and no creation is taken up twice.
#include "models/database/sql.h"
#include "models/drafts/creationintent.h"
#include "models/drafts/draftstore.h"
#include "models/drafts/opencreations.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/wait.h"
#include "tests/ui/wizard/wizarddesk.h"
#include "ui/wizard/wizardopener.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using support::json;
using support::says;

namespace {

struct Desk
{
    Desk()
    {
        masterData.load(session);
        opener.setSession(&session);
    }
    ~Desk() { opener.setSession(nullptr); }
    support::Reply reply(const support::Seen &seen)
    {
        if (const auto data = masterData.reply(seen))
            return *data;
        if (seen.target.contains("project_id="))
            return json(200, fixture::page({fixture::survey(u"1"_s, u"Snacks W6"_s)}));
        if (seen.path().endsWith("/exclusion") || seen.path().endsWith("/qualifications_quota"))
            return json(200, R"({"status":200,"data":[],"quota_data":[]})");
        if (seen.path().endsWith("/qualifications"))
            return json(200, R"({"status":200,"qualifications_data":[]})");
        return json(422, R"({"status":422,"error":"Data not found!"})");
    }
    ui::SurveyWizard *wizard()
    {
        for (auto *const one : window.findChildren<ui::SurveyWizard *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    support::MasterData masterData {};
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
    QWidget window;
    ui::WizardOpener &opener = *new ui::WizardOpener(prompt, &window);
};

} // namespace

class TestWizardOpener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCloneWaitsForTheOpenWizard();
    void takesUpNothingThatIsAtHand();
    void saysWhereTheDraftIsKept();
};

void TestWizardOpener::aCloneWaitsForTheOpenWizard()
{
    Desk desk;
    QSignalSpy told(&desk.opener, &ui::WizardOpener::told);
    desk.opener.clone({u"1"_s});
    desk.opener.openEmpty();
    QVERIFY(desk.wizard());
    QTRY_VERIFY(told.last()[0].toString().contains(u"“Snacks W6” is ready"_s));
    QVERIFY(desk.wizard()->draft().name.isEmpty());
    desk.wizard()->reject();
    QTRY_VERIFY(desk.wizard() && desk.wizard()->draft().name == u"Snacks W7"_s);
    QVERIFY(says(*desk.wizard(), u"A clone of “Snacks W6”"_s));
}

void TestWizardOpener::saysWhereTheDraftIsKept()
{
    Desk desk;
    QSignalSpy told(&desk.opener, &ui::WizardOpener::told);
    desk.opener.openEmpty();
    support::named<QLineEdit>(*desk.wizard(), u"Name"_s)->setText(u"Tea"_s);
    desk.wizard()->reject();
    QCOMPARE(told.last()[0].toString(), u"“Tea” is kept in Drafts."_s);
    support::wait(desk.database.run([](QSqlDatabase &database) {
        return models::sql::exec(database, u"PRAGMA query_only = ON"_s).has_value();
    }));
    QTRY_VERIFY(desk.window.findChildren<ui::SurveyWizard *>().isEmpty()); // closed, and deleted
    desk.opener.openEmpty();
    support::named<QLineEdit>(*desk.wizard(), u"Name"_s)->setText(u"Coffee"_s);
    QTRY_COMPARE(desk.session.drafts().unsaved(), 1);
    desk.wizard()->reject();
    QCOMPARE(told.last()[0].toString(),
             u"“Coffee” is kept until AlignDesk is closed: it could not be saved."_s);
}

void TestWizardOpener::takesUpNothingThatIsAtHand()
{
    Desk desk;
    models::CreationIntent intent;
    intent.uuid = u"one"_s;
    intent.draft.name = u"Snacks"_s;
    intent.state = models::IntentState::Unknown;
    ui::SurveyWizard other(desk.session, desk.prompt);
    other.resume(intent);
    QVERIFY(desk.session.creations().isAtHand(u"one"_s));
    QSignalSpy told(&desk.opener, &ui::WizardOpener::told);
    desk.opener.resume(intent);
    QVERIFY(!desk.wizard());
    QCOMPARE(told.value(0).value(0).toString(), u"“Snacks” is being created already."_s);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestWizardOpener>(argc, argv);
}

#include "tst_wizardopener.moc"
