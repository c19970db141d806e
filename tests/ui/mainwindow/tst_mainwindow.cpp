#include "api/http/gate.h"
#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/notices.h"

#include <QAction>
#include <QCoroSignal>
#include <QCoroTask>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

/// Those of a keychain that may ask for its password first.
class LockedSecrets : public models::MemorySecrets
{
public:
    QCoro::Task<std::optional<models::Credentials>> read(QString name) override
    {
        if (isLocked && !unlocked.isOpen())
            co_await qCoro(&unlocked, &api::Gate::opened);
        co_return co_await models::MemorySecrets::read(name);
    }
    bool isLocked = false;
    api::Gate unlocked;
};

struct Desk
{
    Desk()
    {
        QSignalSpy loaded(&connections, &models::Connections::loaded);
        connections.load();
        if (loaded.isEmpty() && !loaded.wait(10'000)) // the database may be quicker than we
            qFatal("no connections");
    }
    ~Desk() { support::close(connections); }
    void open(const QString &name)
    {
        connections.openOnce({name, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s});
    }
    static void collect(const QList<QAction *> &actions, QList<QAction *> &into)
    {
        for (QAction *const action : actions) {
            if (action->menu())
                collect(action->menu()->actions(), into);
            else if (!action->isSeparator())
                into.append(action);
        }
    }
    QList<QAction *> menuActions()
    {
        QList<QAction *> all;
        collect(window.menuBar()->actions(), all);
        return all;
    }

    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    LockedSecrets secrets;
    support::FaultServer::Script noSurveys = [](const support::Seen &) {
        return json(422, R"({"status":422,"error":"Survey data not found!"})");
    };
    support::FaultServer::Script answer = noSurveys;
    support::FaultServer server {[this](const support::Seen &seen) { return answer(seen); }};
    models::Connections connections {database, secrets, support::quickPolicy()};
    ui::Theme theme {*qobject_cast<QApplication *>(QCoreApplication::instance())};
    ui::MainWindow window {connections, prompt, theme};
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheConnection();
    void eachShortcutStandsInAMenuOnce();
    void everythingThatTakesTheFocusHasAName();
    void tellsProblemsOfTheWholeProgram();
    void paletteRunsWhatIsTyped();
    void paletteNamesTheSubmenu();
    void noticesStayUntilTheyAreDismissed();
    void aMissingKeyCanBeEntered();
    void nothingElseIsOpenWhileTheKeychainAsks();
    void aRefusedKeyCanBeCorrected_data();
    void aRefusedKeyCanBeCorrected();
};

void TestMainWindow::followsTheConnection()
{
    Desk desk;
    QVERIFY(says(desk.window, u"Not connected"_s));
    desk.open(u"One & more"_s);
    QTRY_VERIFY(says(desk.window, u"Connected to One & more"_s));
    QCOMPARE(desk.window.windowTitle(), u"One & more – AlignDesk"_s);
    QTRY_VERIFY(says(desk.window, u"No surveys yet"_s));
    desk.open(u"Two"_s);
    QTRY_VERIFY(says(desk.window, u"Connected to Two"_s));
    desk.connections.close();
    QVERIFY(says(desk.window, u"Opening the connection…"_s));
}

void TestMainWindow::eachShortcutStandsInAMenuOnce()
{
    Desk desk;
    desk.open(u"One"_s);
    QStringList keys;
    for (const QAction *action : desk.menuActions()) {
        QVERIFY2(!action->text().isEmpty(), "an action without a text");
        for (const QKeySequence &one : action->shortcuts())
            keys.append(one.toString());
    }
    for (const QString &wanted : {u"Ctrl+N"_s, u"F5"_s, u"Ctrl+F"_s, u"Ctrl+K"_s, u"Ctrl+1"_s,
                                  u"Ctrl+4"_s, u"Ctrl+W"_s, u"Ctrl+Q"_s, u"Ctrl+C"_s})
        QVERIFY2(keys.contains(wanted), qPrintable(wanted));
    keys.sort();
    const qsizetype before = keys.size();
    keys.removeDuplicates();
    QCOMPARE(keys.size(), before);
    for (const QAction *action : desk.window.actions())
        QVERIFY2(desk.menuActions().contains(action), qPrintable(action->text()));
}

void TestMainWindow::everythingThatTakesTheFocusHasAName()
{
    Desk desk;
    desk.open(u"One"_s);
    for (const QKeySequence &place :
         {QKeySequence(u"Ctrl+1"_s), QKeySequence(u"Ctrl+3"_s), QKeySequence(u"Ctrl+4"_s)}) {
        for (QAction *const action : desk.menuActions()) {
            if (action->shortcut() == place)
                action->trigger();
        }
        for (const QWidget *widget : desk.window.findChildren<QWidget *>()) {
            const bool isOwn = !widget->objectName().startsWith(u"qt_"_s)
                && QByteArray(widget->metaObject()->className()) != "QComboBoxPrivateContainer";
            if (!isOwn || !(widget->focusPolicy() & Qt::TabFocus)
                || !widget->isVisibleTo(&desk.window))
                continue;
            QVERIFY2(!support::nameOf(*widget).isEmpty(),
                     qPrintable(
                         QString::fromLatin1(widget->metaObject()->className()) + u" in "_s
                         + QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
        }
    }
}

void TestMainWindow::tellsProblemsOfTheWholeProgram()
{
    Desk desk;
    int retries = 0;
    desk.window.showProblem(u"The sandbox has stopped."_s, u"It may be started again."_s,
                            [&retries] { ++retries; });
    QVERIFY(says(desk.window, u"The sandbox has stopped."_s));
    for (QPushButton *const button : desk.window.findChildren<QPushButton *>()) {
        if (support::nameOf(*button) == u"Retry"_s && button->isVisibleTo(&desk.window))
            button->click();
    }
    QCOMPARE(retries, 1);
    QVERIFY(!says(desk.window, u"The sandbox has stopped."_s));
}

void TestMainWindow::paletteRunsWhatIsTyped()
{
    QAction first(u"&New survey"_s);
    QAction second(u"Save && close"_s);
    second.setEnabled(false);
    QAction third(u"&Refresh"_s);
    third.setShortcut(QKeySequence(u"F5"_s));
    QSignalSpy ran(&third, &QAction::triggered);
    ui::CommandPalette palette({{&first, {}}, {&second, {}}, {&third, {}}}, nullptr);
    auto *const list = named<QListWidget>(palette, u"Commands"_s);
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(2)->text(), u"Save & close"_s); // what can't run stands last
    auto *const line = named<QLineEdit>(palette, u"Search commands"_s);
    QTest::keyClicks(line, u"close"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!palette.result());
    line->clear();
    QTest::keyClicks(line, u"fresh"_s);
    QCOMPARE(list->currentItem()->text(), u"Refresh  (F5)"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(ran.size(), 1);
}

void TestMainWindow::paletteNamesTheSubmenu()
{
    Desk desk;
    QStringList menus;
    for (const ui::PaletteCommand &command : ui::allCommands(*desk.window.menuBar()))
        menus.append(command.menu + u'|' + command.action->text().remove(u'&'));
    QVERIFY(menus.contains(u"View: Theme|Light"_s));
    QVERIFY(menus.contains(u"|Refresh"_s));
}

void TestMainWindow::noticesStayUntilTheyAreDismissed()
{
    Desk desk;
    desk.window.notices().show(u"one"_s, u"The database is damaged."_s, u"It is a.corrupt."_s, {});
    desk.open(u"One"_s);
    desk.open(u"Two"_s);
    QVERIFY(says(desk.window, u"The database is damaged."_s));
    desk.window.notices().show(u"other"_s, u"The disk is full."_s, {}, {});
    QVERIFY(says(desk.window, u"The database is damaged."_s));
    QVERIFY(says(desk.window, u"The disk is full."_s));
    desk.window.notices().clear(u"other"_s);
    QVERIFY(!says(desk.window, u"The disk is full."_s));
    named<QAbstractButton>(desk.window, u"Dismiss"_s)->click();
    QVERIFY(!says(desk.window, u"The database is damaged."_s));
}

void TestMainWindow::aMissingKeyCanBeEntered()
{
    Desk desk;
    desk.connections.add({u"Agency"_s, desk.server.baseUrl(), {}, false}, {u"client"_s, u"key"_s});
    QTRY_VERIFY(desk.connections.session());
    desk.connections.close();
    QCoro::waitFor(desk.secrets.remove(u"Agency"_s)); // as at a second start
    desk.connections.open(u"Agency"_s);
    QTRY_VERIFY(says(desk.window, u"key of “Agency”"_s));
    QVERIFY(says(desk.window, u"Not connected · Agency"_s));
    QVERIFY(!says(desk.window, u"Connecting to"_s));
    named<QAbstractButton>(desk.window, u"Edit connection…"_s)->click();
    auto *const dialog = desk.window.findChild<QDialog *>();
    QVERIFY(dialog);
    named<QLineEdit>(*dialog, u"Client ID"_s)->setText(u"client"_s);
    named<QLineEdit>(*dialog, u"Key"_s)->setText(u"key"_s);
    named<QAbstractButton>(*dialog, u"Save"_s)->click();
    QTRY_VERIFY(says(desk.window, u"Connected to Agency"_s));
    QVERIFY(!says(desk.window, u"key of “Agency”"_s));
}

void TestMainWindow::nothingElseIsOpenWhileTheKeychainAsks()
{
    Desk desk;
    desk.connections.add({u"Agency"_s, desk.server.baseUrl(), {}, false}, {u"client"_s, u"key"_s});
    desk.open(u"Other"_s);
    desk.secrets.isLocked = true;
    desk.connections.open(u"Agency"_s);
    QVERIFY(!desk.connections.session()); // nothing is bought there under the other's name
    QCOMPARE(desk.window.windowTitle(), u"Agency – AlignDesk"_s);
    QVERIFY(says(desk.window, u"Connecting to Agency"_s));
    QVERIFY(!says(desk.window, u"Waiting for the keychain."_s));
    QTRY_VERIFY(says(desk.window, u"Waiting for the keychain."_s));
    desk.secrets.unlocked.open();
    QTRY_VERIFY(says(desk.window, u"Connected to Agency"_s));
    QVERIFY(!says(desk.window, u"Waiting for the keychain."_s));
}

void TestMainWindow::aRefusedKeyCanBeCorrected_data()
{
    QTest::addColumn<bool>("isHashRefused");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("what");
    const QString refused = u"The service refuses access to “Agency”."_s;
    const QByteArray unauthorized = R"({"status":401,"error":"Unauthorized client."})";
    QTest::newRow("401") << false << 401 << unauthorized << refused;
    QTest::newRow("403") << false << 403 << QByteArray(R"({"status":403,"error":"Mismatch."})")
                         << refused;
    QTest::newRow("a web page") << false << 200 << QByteArray("<!DOCTYPE html><p>Sign in</p>")
                                << u"“Agency” is not connected to the service."_s;
    QTest::newRow("401 of the hash") << true << 401 << unauthorized << refused;
    QTest::newRow("its own error of the hash")
        << true << 422 << QByteArray(R"({"status":422,"error":"Invalid key."})") << refused;
    QTest::newRow("the signature")
        << false << 400 << QByteArray(R"({"status":400,"error":"Hash data mismatch."})") << refused;
}

void TestMainWindow::aRefusedKeyCanBeCorrected()
{
    QFETCH(const bool, isHashRefused);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, what);
    Desk desk;
    const auto refuse = [&](const support::Seen &) { return json(status, body); };
    if (isHashRefused)
        desk.server.hashScript = refuse;
    else
        desk.answer = refuse;
    desk.connections.add({u"Agency"_s, desk.server.baseUrl(), {}, false}, {u"client"_s, u"key"_s});
    QTRY_VERIFY(says(desk.window, what));
    QTRY_VERIFY(says(desk.window, u"No surveys to show"_s));
    QVERIFY(!says(desk.window, u"The surveys could not be loaded."_s)); // once is enough
    QVERIFY(says(desk.window, u"Not connected · Agency"_s));
    named<QAbstractButton>(desk.window, u"Edit connection…"_s)->click();
    auto *const dialog = desk.window.findChild<QDialog *>();
    QVERIFY(dialog);
    desk.server.hashScript = {};
    desk.answer = desk.noSurveys;
    named<QLineEdit>(*dialog, u"Key"_s)->setText(u"right"_s);
    named<QAbstractButton>(*dialog, u"Save"_s)->click();
    QTRY_VERIFY(says(desk.window, u"No surveys yet"_s));
    QVERIFY(!says(desk.window, what));
    const QString refused = u"The service refuses access to “Agency”."_s;
    // Refused while it is open, and accepted again.
    desk.answer = [](const support::Seen &) { return json(401, R"({"status":401})"); };
    desk.connections.session()->surveys().refresh();
    QTRY_VERIFY(says(desk.window, refused));
    desk.answer = desk.noSurveys;
    named<QAbstractButton>(desk.window, u"Retry"_s)->click();
    QTRY_VERIFY(!says(desk.window, refused));
    // One for this run only is kept nowhere, so there is nothing to edit.
    desk.answer = [](const support::Seen &) { return json(401, R"({"status":401})"); };
    desk.open(u"Once"_s);
    QTRY_VERIFY(says(desk.window, u"refuses access to “Once”."_s));
    for (const QAbstractButton *button : desk.window.findChildren<QAbstractButton *>())
        QVERIFY(support::nameOf(*button) != u"Edit connection…"_s
                || !button->isVisibleTo(&desk.window));
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestMainWindow>(argc, argv);
}

#include "tst_mainwindow.moc"
