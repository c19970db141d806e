// Whatever drops what is unsaved asks first, through the real window.
#include "models/activity/pendingedits.h"
#include "models/connections/connectionrules.h"
#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/drafts/opencreations.h"
#include "models/drafts/surveycreation.h"
#include "models/surveys/surveystore.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/models/drafts/scriptedserver.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/mainwindow/leaving.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/workspace.h"
#include "ui/widgets/page.h"

#include <QAction>
#include <QComboBox>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

enum class Way { Picker, SecondProcess, Removal, Window, Tab };

/// One and Two are kept connections to one service; One is open, with the terms of a survey edited.
struct Desk
{
    Desk()
    {
        QSignalSpy loaded(&connections, &models::Connections::loaded);
        connections.load();
        if (loaded.isEmpty() && !loaded.wait(10'000))
            qFatal("no connections");
    }
    ~Desk() { support::close(connections); }
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.verb == "PATCH") {
            ++changes;
            return changeAnswer;
        }
        const bool isOne = seen.target.contains("page=1") || seen.target.contains("project_id=");
        if (seen.path().endsWith("/get_survey") && isOne)
            return json(200, fixture::page({fixture::survey(u"1"_s, u"Snacks"_s)}));
        return json(422, R"({"status":422,"error":"Survey data not found!"})");
    }
    void addConnections()
    {
        for (const QString &name : {u"Two"_s, u"One"_s})
            connections.add({name, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s});
    }
    void edit()
    {
        QVERIFY(QTest::qWaitFor([this] {
            return connections.session() && connections.session()->surveys().find({u"1"_s});
        }));
        workspace()->openSurvey({u"1"_s});
        loi()->setValue(15);
    }
    ui::Workspace *workspace() { return window.findChild<ui::Workspace *>(); }
    QSpinBox *loi() { return named<QSpinBox>(window, u"LOI, minutes"_s); }
    QMessageBox *question()
    {
        for (QMessageBox *const box : window.findChildren<QMessageBox *>()) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }
    void press(const QString &name) { named<QPushButton>(*question(), name)->click(); }
    void leave(Way way)
    {
        auto *const picker = named<QComboBox>(window, u"Connection"_s);
        switch (way) {
        case Way::Picker:
            Q_EMIT picker->activated(picker->findText(u"Two"_s));
            break;
        case Way::SecondProcess:
            window.leaveThen([this] { connections.open(u"Two"_s); });
            break;
        case Way::Removal:
            for (QAction *const action : window.menuBar()->actions().first()->menu()->actions()) {
                if (action->text().remove(u'&').startsWith(u"Remove connection"_s))
                    action->trigger();
            }
            break;
        case Way::Window:
            window.show();
            window.close();
            break;
        case Way::Tab:
            workspace()->closeTab();
            break;
        }
    }
    bool isLeft(Way way)
    {
        if (way == Way::Window)
            return !window.isVisible();
        if (way == Way::Tab)
            return !workspace()->canCloseTab();
        return connections.currentName() != u"One"_s;
    }
    qsizetype kept()
    {
        return support::wait(database.run([](QSqlDatabase &connection) -> qsizetype {
            QSqlQuery query(u"SELECT count(*) FROM pending_edits"_s, connection);
            return query.next() ? query.value(0).toLongLong() : -1;
        }));
    }

    int changes = 0;
    support::Reply changeAnswer = json(200, R"({"status":200,"message":"done"})");
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    models::MemorySecrets secrets;
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Connections connections {database, secrets, support::quickPolicy()};
    ui::Theme theme {*qobject_cast<QApplication *>(QCoreApplication::instance())};
    ui::MainWindow window {connections, prompt, theme};
};

} // namespace

class TestLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksBeforeAnythingIsLost_data();
    void asksBeforeAnythingIsLost();
    void staysWhenItCanNotBeSaved();
    void asksNothingWhenNothingIsUnsaved();
    void keepsEditsWhenTheSandboxMoves();
    void aConnectionThatIsOpenIsNotOpenedAgain();
    void namesACreationThatWouldBeCutOff();
    void offersNoSaveWhereNothingCanBeSaved();
};

void TestLeaving::asksBeforeAnythingIsLost_data()
{
    QTest::addColumn<int>("way");
    static constexpr const char *ways[] {"picker", "second process", "removal", "window", "tab"};
    for (int way = 0; way < 5; ++way)
        QTest::newRow(ways[way]) << way;
}

void TestLeaving::asksBeforeAnythingIsLost()
{
    QFETCH(int, way);
    const auto leave = Way(way);
    for (const QString &act : {u"Cancel"_s, u"Discard"_s, u"Save"_s, u"Keep as pending"_s}) {
        const bool isKeeping = act == u"Keep as pending"_s;
        if (leave == Way::Removal && isKeeping)
            continue; // what waits is deleted with the connection
        Desk desk;
        desk.addConnections();
        desk.edit();
        desk.leave(leave);
        QTRY_VERIFY2(desk.question(), qPrintable(act)); // a removal looks at what is unclear first
        QVERIFY(!desk.isLeft(leave));
        QVERIFY(desk.question()->informativeText().contains(u"“Snacks”: 1 term(s)"_s));
        desk.press(act);
        if (act == u"Cancel"_s) {
            QVERIFY(!desk.isLeft(leave));
            QCOMPARE(desk.loi()->value(), 15);
        } else {
            QTRY_VERIFY(desk.isLeft(leave));
        }
        QCOMPARE(desk.changes, act == u"Save"_s ? 1 : 0);
        QCOMPARE(desk.kept(), isKeeping ? 1 : 0);
    }
}

void TestLeaving::staysWhenItCanNotBeSaved()
{
    Desk desk;
    desk.changeAnswer = json(422, R"({"status":422,"error":"Not today."})");
    desk.addConnections();
    desk.edit();
    desk.leave(Way::Picker);
    desk.press(u"Save"_s);
    QTRY_VERIFY(says(desk.window, u"Not everything could be saved, so everything stays open."_s));
    QCOMPARE(desk.connections.currentName(), u"One"_s);
    QCOMPARE(desk.loi()->value(), 15);
    // A second question takes the place of the first.
    desk.leave(Way::Picker);
    desk.leave(Way::Tab);
    desk.press(u"Discard"_s);
    QVERIFY(desk.isLeft(Way::Tab));
    QCOMPARE(desk.connections.currentName(), u"One"_s);
}

void TestLeaving::asksNothingWhenNothingIsUnsaved()
{
    Desk desk;
    desk.addConnections();
    desk.edit();
    desk.loi()->setValue(12);
    desk.leave(Way::Tab);
    QVERIFY(!desk.question());
    QVERIFY(desk.isLeft(Way::Tab));
    desk.leave(Way::Picker);
    QTRY_COMPARE(desk.connections.currentName(), u"Two"_s);
}

void TestLeaving::keepsEditsWhenTheSandboxMoves()
{
    Desk desk;
    desk.connections.setSandboxAddress(desk.server.baseUrl());
    desk.connections.sandboxIsUp();
    desk.connections.open(models::sandboxName());
    desk.edit();
    models::Session *const session = desk.connections.session();
    QTRY_VERIFY(!session->surveys().isBusy());
    int asked = 0;
    support::FaultServer other([&](const support::Seen &seen) {
        ++asked;
        return desk.reply(seen);
    });
    desk.connections.setSandboxAddress(other.baseUrl());
    desk.connections.sandboxIsUp();
    QVERIFY(!desk.question());
    QCOMPARE(desk.connections.session(), session);
    QCOMPARE(desk.loi()->value(), 15);
    QTRY_VERIFY(asked > 0);
}

void TestLeaving::aConnectionThatIsOpenIsNotOpenedAgain()
{
    Desk desk;
    desk.addConnections();
    desk.edit();
    models::Session *const session = desk.connections.session();
    desk.connections.open(u"one"_s);
    QCOMPARE(desk.connections.session(), session);
    QCOMPARE(desk.loi()->value(), 15);
}

void TestLeaving::namesACreationThatWouldBeCutOff()
{
    Desk desk;
    desk.addConnections();
    models::OpenCreations &creations = desk.connections.session()->creations();
    support::ScriptedServer server;
    models::SurveyCreation creation(server, desk.database, u"a"_s);
    creations.follow(creation);
    bool isAsked = false;
    server.whenCreating = [&] {
        desk.leave(Way::Picker);
        const QString text = desk.question() ? desk.question()->informativeText() : QString();
        isAsked = text.contains(u"“Snack tracker W14” is being created"_s);
        QVERIFY2(named<QPushButton>(*desk.question(), u"Leave anyway"_s), qPrintable(text));
        desk.press(u"Cancel"_s);
    };
    creation.start(support::goodDraft(), false);
    QTRY_COMPARE(creation.state(), models::SurveyCreation::State::Finished);
    QVERIFY(isAsked);
    QCOMPARE(desk.connections.currentName(), u"One"_s);
}

void TestLeaving::offersNoSaveWhereNothingCanBeSaved()
{
    struct ImportedList : ui::Page
    {
        void refresh() override { }
        QString unsaved() const override { return u"2 imported UIDs"_s; }
        bool canSave() const override { return false; }
    };
    QWidget window;
    ImportedList page;
    models::Database database {u":memory:"_s};
    models::PendingEdits pending(database, u"a"_s);
    ui::Leaving leaving(&window);
    bool isLeft = false;
    ui::Leave leave;
    leave.title = u"Close?"_s;
    leave.pages = {&page};
    leave.pending = &pending;
    leaving.ask(leave, [&isLeft] { isLeft = true; });
    auto *const box = window.findChild<QMessageBox *>();
    QVERIFY(box);
    QCOMPARE(box->informativeText(), u"2 imported UIDs"_s);
    QStringList buttons;
    for (const QAbstractButton *const button : box->buttons())
        buttons.append(button->text().remove(u'&'));
    QCOMPARE(buttons.size(), qsizetype(2));
    QVERIFY(buttons.contains(u"Leave anyway"_s));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    named<QPushButton>(*box, u"Leave anyway"_s)->click();
    QVERIFY(isLeft);
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestLeaving>(argc, argv);
}

#include "tst_leaving.moc"
