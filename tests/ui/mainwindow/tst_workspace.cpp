#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/survey/surveypage.h"
#include "ui/surveys/surveyspage.h"

#include <QAction>
#include <QCoroTask>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::json;
using support::named;

namespace {

const QByteArray noMore = R"({"status":422,"error":"Survey data not found!"})";

/// The window over a service with three surveys.
struct Desk
{
    Desk()
    {
        QSignalSpy loaded(&connections, &models::Connections::loaded);
        connections.load();
        if (loaded.isEmpty() && !loaded.wait(10'000))
            qFatal("no connections");
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window isn't active");
    }
    ~Desk() { support::close(connections); }
    support::Reply reply(const support::Seen &seen) const
    {
        if (seen.path().endsWith("/survey_status"))
            return json(200, R"({"status":200})");
        if (!seen.path().endsWith("/surveys") && !seen.target.contains("survey"))
            return json(422, noMore);
        for (const api::Survey &survey : surveys) {
            if (seen.target.contains("project_id=" + survey.id.value.toUtf8()))
                return json(200, fixture::page({survey}));
        }
        return seen.target.contains("page=1") ? json(200, fixture::page(surveys))
                                              : json(422, noMore);
    }
    void open(const QString &name, bool isKept = false)
    {
        const models::Connection connection {name, server.baseUrl(), {}, false};
        if (isKept)
            connections.add(connection, {u"client"_s, u"key"_s});
        else
            connections.openOnce(connection, {u"client"_s, u"key"_s});
        QTRY_VERIFY(connections.session());
        QTRY_COMPARE(list()->model()->rowCount(), int(surveys.size()));
    }
    QTableView *list() { return named<QTableView>(window, u"Surveys"_s); }
    QLineEdit *search() { return named<QLineEdit>(window, u"Search"_s); }
    QTabWidget *tabs() { return named<QTabWidget>(window, u"Open surveys"_s); }
    void openSurvey(int row)
    {
        list()->selectRow(row);
        QTest::keyClick(list(), Qt::Key_Return);
    }
    bool showsList()
    {
        auto *const page = window.findChild<ui::SurveysPage *>();
        return page && page->isVisible();
    }
    void trigger(const QString &keys)
    {
        for (QAction *const action : window.findChildren<QAction *>()) {
            if (action->shortcut() == QKeySequence(keys) && window.actions().contains(action))
                return action->trigger();
        }
        qFatal("nothing has the keys %s", qPrintable(keys));
    }
    static bool isIn(const QWidget *focus, const QWidget *page)
    {
        return focus && (focus == page || page->isAncestorOf(focus));
    }

    QList<api::Survey> surveys {fixture::survey(u"11"_s, u"Snack tracker"_s, 10),
                                fixture::survey(u"12"_s, u"Bank switchers"_s, 20),
                                fixture::survey(u"13"_s, u"Pet owners"_s, 30)};
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    models::MemorySecrets secrets;
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Connections connections {database, secrets, support::quickPolicy()};
    ui::Theme theme {*qobject_cast<QApplication *>(QCoreApplication::instance())};
    ui::MainWindow window {connections, prompt, theme};
};

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void findLeadsToTheListFromASurvey();
    void typingOnASurveySearchesTheList();
    void eachPageHasItsOwnSearch();
    void theListIsOneKeyAway();
    void theSearchLeavesTheExportItsKeys();
    void aClosedTabGivesTheFocusToThePage();
    void aButtonThatGoesLeavesTheFocusOnThePage();
    void theEditMenuServesTheFieldWithTheFocus();
    void opensWhereOneWas();
    void aNewNameKeepsTheTabs();
    void aConnectionOfThisRunIsKeptNowhere();
};

void TestWorkspace::findLeadsToTheListFromASurvey()
{
    Desk desk;
    desk.open(u"One"_s);
    desk.search()->setText(u"Snack"_s);
    QCOMPARE(desk.list()->model()->rowCount(), 1);
    desk.openSurvey(0);
    QVERIFY(!desk.showsList());
    QVERIFY(desk.search()->isVisible());
    QCOMPARE(desk.search()->text(), QString());
    desk.trigger(u"Ctrl+F"_s);
    QVERIFY(desk.showsList());
    QVERIFY(desk.search()->hasFocus());
    QCOMPARE(desk.search()->selectedText(), u"Snack"_s);
}

void TestWorkspace::typingOnASurveySearchesTheList()
{
    Desk desk;
    desk.open(u"One"_s);
    desk.openSurvey(0);
    desk.search()->setFocus();
    QTest::keyClicks(desk.search(), u"Pet"_s);
    QVERIFY(desk.showsList());
    QCOMPARE(desk.search()->text(), u"Pet"_s);
    QCOMPARE(desk.list()->model()->rowCount(), 1);
    QVERIFY(desk.search()->hasFocus());
}

void TestWorkspace::eachPageHasItsOwnSearch()
{
    Desk desk;
    desk.open(u"One"_s);
    desk.search()->setText(u"Snack"_s);
    for (const QString &keys : {u"Ctrl+2"_s, u"Ctrl+4"_s, u"Ctrl+5"_s, u"Ctrl+6"_s}) {
        desk.trigger(keys);
        QCOMPARE(desk.search()->text(), QString());
        desk.search()->setText(keys);
    }
    for (const QString &keys : {u"Ctrl+2"_s, u"Ctrl+4"_s, u"Ctrl+5"_s, u"Ctrl+6"_s}) {
        desk.trigger(keys);
        QCOMPARE(desk.search()->text(), keys);
    }
    desk.trigger(u"Ctrl+1"_s);
    QCOMPARE(desk.search()->text(), u"Snack"_s);
    QCOMPARE(desk.list()->model()->rowCount(), 1);
}

void TestWorkspace::theListIsOneKeyAway()
{
    Desk desk;
    desk.open(u"One"_s);
    desk.openSurvey(0);
    desk.trigger(u"Ctrl+4"_s);
    desk.trigger(u"Ctrl+1"_s);
    QVERIFY(desk.showsList());
    QCOMPARE(desk.tabs()->count(), 2);
}

void TestWorkspace::theSearchLeavesTheExportItsKeys()
{
    const QTemporaryDir folder;
    Desk desk;
    desk.open(u"One"_s);
    desk.prompt.path = folder.filePath(u"surveys.csv"_s);
    desk.search()->setFocus();
    QTest::keyClicks(desk.search(), u"Snack"_s);
    QTest::keyClick(desk.search(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QFile::exists(desk.prompt.path));
    QFile file(desk.prompt.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("Snack tracker"));
    QVERIFY(!text.contains("Pet owners"));
}

void TestWorkspace::aClosedTabGivesTheFocusToThePage()
{
    Desk desk;
    desk.open(u"One"_s);
    desk.openSurvey(0);
    QVERIFY(Desk::isIn(QApplication::focusWidget(), desk.tabs()));
    desk.trigger(u"Ctrl+W"_s);
    QVERIFY(desk.showsList());
    QVERIFY(Desk::isIn(QApplication::focusWidget(), desk.window.findChild<ui::SurveysPage *>()));
}

void TestWorkspace::aButtonThatGoesLeavesTheFocusOnThePage()
{
    Desk desk;
    desk.open(u"One"_s);
    desk.openSurvey(0);
    auto *const pause = named<QPushButton>(desk.window, u"Pause"_s);
    pause->setFocus();
    pause->click();
    QTRY_VERIFY(!pause->isVisible());
    QVERIFY(Desk::isIn(QApplication::focusWidget(),
                       named<QTabWidget>(desk.window, u"Pages of the survey"_s)));
}

void TestWorkspace::theEditMenuServesTheFieldWithTheFocus()
{
    Desk desk;
    desk.open(u"One"_s);
    QMenu *const edit = desk.window.menuBar()->actions()[1]->menu();
    const auto entry = [edit](const QString &name) -> QAction * {
        Q_EMIT edit->aboutToShow();
        for (QAction *const action : edit->actions()) {
            if (action->isVisible() && action->text().remove(u'&').section(u'\t', 0, 0) == name)
                return action;
        }
        return nullptr;
    };
    desk.search()->setFocus();
    QTest::keyClicks(desk.search(), u"Pet"_s);
    QVERIFY(!entry(u"Copy"_s)->isEnabled());
    entry(u"Select all"_s)->trigger();
    entry(u"Copy"_s)->trigger();
    entry(u"Cut"_s)->trigger();
    QCOMPARE(desk.search()->text(), QString());
    entry(u"Paste"_s)->trigger();
    QCOMPARE(desk.search()->text(), u"Pet"_s);
    entry(u"Undo"_s)->trigger();
    QCOMPARE(desk.search()->text(), QString());
    desk.list()->setFocus();
    QVERIFY(!entry(u"Cut"_s));
    QVERIFY(entry(u"Copy"_s)); // the table's
}

void TestWorkspace::opensWhereOneWas()
{
    const auto names = [](const QTabWidget &tabs) {
        QStringList all;
        for (int tab = 1; tab < tabs.count(); ++tab)
            all.append(tabs.tabText(tab));
        return all;
    };
    QStringList before;
    {
        Desk desk;
        desk.open(u"Kept/one"_s, true);
        for (const int row : {0, 2}) {
            desk.openSurvey(row);
            desk.trigger(u"Ctrl+1"_s);
        }
        before = names(*desk.tabs());
        QCOMPARE(before.size(), 2);
        desk.tabs()->setCurrentIndex(2);
    }
    {
        Desk desk;
        desk.open(u"Another"_s, true);
        QCOMPARE(desk.tabs()->count(), 1);
        desk.open(u"Kept/one"_s, true);
        QCOMPARE(desk.tabs()->count(), 3);
        QCOMPARE(desk.tabs()->currentIndex(), 2);
        QTRY_COMPARE(names(*desk.tabs()), before);
        QCOMPARE(desk.tabs()->findChildren<ui::SurveyPage *>().size(), 1); // the one in front
        desk.trigger(u"Ctrl+6"_s);
    }
    Desk desk;
    desk.open(u"Kept/one"_s, true);
    QCOMPARE(named<QListWidget>(desk.window, u"Navigation"_s)->currentRow(), 5);
}

void TestWorkspace::aNewNameKeepsTheTabs()
{
    Desk desk;
    desk.open(u"Old name"_s, true);
    desk.openSurvey(0);
    QCOMPARE(desk.tabs()->count(), 2);
    models::Connection connection = desk.connections.session()->connection();
    connection.name = u"New name"_s;
    const QString problem =
        QCoro::waitFor(desk.connections.change(u"Old name"_s, connection, {u"client"_s, u"key"_s}));
    QCOMPARE(problem, QString());
    QTRY_COMPARE(desk.connections.currentName(), u"New name"_s);
    QCOMPARE(desk.tabs()->count(), 2);
}

void TestWorkspace::aConnectionOfThisRunIsKeptNowhere()
{
    {
        Desk desk;
        desk.open(u"Once"_s);
        desk.openSurvey(0);
        QCOMPARE(desk.tabs()->count(), 2);
    }
    Desk desk;
    desk.open(u"Once"_s);
    QCOMPARE(desk.tabs()->count(), 1);
    QVERIFY(QSettings().allKeys().filter(u"places"_s).isEmpty());
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestWorkspace>(argc, argv);
}

#include "tst_workspace.moc"
