#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/activity/pendingdialog.h"
#include "ui/briefs/briefdialog.h"
#include "ui/connections/connectdialog.h"
#include "ui/drafts/countriesdialog.h"
#include "ui/exclusions/addexclusions.h"
#include "ui/feasibility/audiencedialog.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/qualifications/addqualifications.h"
#include "ui/qualifications/editqualification.h"
#include "ui/reconciliation/deadlinesdialog.h"
#include "ui/survey/surveypage.h"
#include "ui/surveys/resultsdialog.h"
#include "ui/surveys/thresholdsdialog.h"
#include "ui/widgets/fittingarea.h"
#include "ui/widgets/screenroom.h"
#include "ui/wizard/surveywizard.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using support::json;
using support::named;

namespace {

/// What a screen of 1280x800 has at 200 %, or one of 1920x1200 at 300 %, without the frame of a
/// window.
constexpr QSize smallRoom {636, 364};
const QByteArray noMore = R"({"status":422,"error":"Survey data not found!"})";

QString describe(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u" “"_s + support::nameOf(widget)
        + u"” in "_s + QString::fromLatin1(widget.parentWidget()->metaObject()->className());
}

bool isControl(const QWidget &widget)
{
    return widget.focusPolicy() & Qt::TabFocus
        && (qobject_cast<const QAbstractButton *>(&widget)
            || qobject_cast<const QLineEdit *>(&widget)
            || qobject_cast<const QComboBox *>(&widget));
}

/// Whether some of a control can't be seen, and no scrolling brings it in.
bool isCut(const QWidget &control)
{
    const QWidget *child = &control;
    for (const QWidget *parent = control.parentWidget(); parent;
         child = parent, parent = parent->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()))
            return false; // in a viewport; the area itself is looked at with its own controls
        if (!parent->rect().contains(child->geometry()))
            return true;
        if (parent->isWindow())
            return false;
    }
    return false;
}

/// What of a window is too large for the small room, or cut off in it.
QStringList problems(QWidget &window, const QString &what)
{
    QStringList all;
    const QSize least = window.minimumSizeHint();
    if (least.width() > smallRoom.width() || least.height() > smallRoom.height())
        all.append(u"%1 needs %2x%3"_s.arg(what).arg(least.width()).arg(least.height()));
    window.resize(smallRoom);
    QApplication::processEvents();
    if (window.width() > smallRoom.width() || window.height() > smallRoom.height())
        all.append(u"%1 has %2x%3"_s.arg(what).arg(window.width()).arg(window.height()));
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isInBar = qobject_cast<const QToolBar *>(widget->parentWidget());
        if (widget->window() == &window && widget->isVisible() && isControl(*widget) && !isInBar
            && isCut(*widget))
            all.append(u"%1: %2 is cut"_s.arg(what, describe(*widget)));
    }
    return all;
}

struct Desk
{
    Desk()
    {
        QSignalSpy loaded(&connections, &models::Connections::loaded);
        connections.load();
        if (loaded.isEmpty() && !loaded.wait(10'000))
            qFatal("no connections");
        connections.openOnce({u"One"_s, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s});
        if (!QTest::qWaitFor([this] { return connections.session() != nullptr; }))
            qFatal("no session");
        masterData.load(session());
    }
    ~Desk() { support::close(connections); }
    models::Session &session() { return *connections.session(); }
    support::Reply reply(const support::Seen &seen) const
    {
        if (const auto data = masterData.reply(seen))
            return *data;
        const api::Survey survey =
            fixture::survey(u"11"_s, u"Snack tracker with a long name"_s, 10);
        const bool isList = seen.path().endsWith("/get_survey");
        const bool isFirst =
            seen.target.contains("page=1") || seen.target.contains("project_id=11");
        return isList && isFirst ? json(200, fixture::page({survey})) : json(422, noMore);
    }
    void trigger(const QString &keys)
    {
        for (QAction *const action : window.actions()) {
            if (action->shortcut() == QKeySequence(keys))
                action->trigger();
        }
    }

    support::MasterData masterData;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    models::MemorySecrets secrets;
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Connections connections {database, secrets, support::quickPolicy()};
    ui::Theme theme {*qobject_cast<QApplication *>(QCoreApplication::instance())};
    ui::MainWindow window {connections, prompt, theme};
};

} // namespace

class TestScreenRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void standsWithinTheScreen_data();
    void standsWithinTheScreen();
    void noWindowOpensLargerThanItsScreen();
    void aPageThatIsTooLargeScrolls();
    void theFocusGoesToTheContent();
    void eachPageFits();
    void eachStepOfTheWizardFits();
    void tabLeadsFromAStepToItsButtons();
    void tabGoesRoundTheWindow();
    void eachDialogFits();
};

void TestScreenRoom::standsWithinTheScreen_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("becomes");
    QTest::newRow("fits") << QRect(10, 20, 300, 200) << QRect(10, 20, 300, 200);
    QTest::newRow("too large") << QRect(0, 0, 2282, 1320) << QRect(0, 0, 1000, 600);
    QTest::newRow("beyond the right") << QRect(900, 100, 300, 200) << QRect(700, 100, 300, 200);
    QTest::newRow("of a screen that is gone")
        << QRect(-2000, -50, 300, 200) << QRect(0, 0, 300, 200);
    QTest::newRow("below") << QRect(10, 900, 300, 200) << QRect(10, 400, 300, 200);
}

void TestScreenRoom::standsWithinTheScreen()
{
    QFETCH(QRect, wanted);
    QTEST(ui::within(wanted, QRect(0, 0, 1000, 600)), "becomes");
}

void TestScreenRoom::noWindowOpensLargerThanItsScreen()
{
    QWidget window;
    window.setGeometry(500, 500, 2282, 1320);
    window.show();
    QVERIFY(ui::roomFor(window).contains(window.geometry()));
    // Nor one whose layout asks for more.
    QWidget wide;
    auto *const rows = new QVBoxLayout(&wide);
    auto *const inside = new QWidget(&wide);
    inside->setMinimumSize(3000, 2000);
    rows->addWidget(inside);
    wide.show();
    QApplication::processEvents();
    QVERIFY(wide.width() <= ui::roomFor(wide).width());
    QVERIFY(wide.height() <= ui::roomFor(wide).height());
}

void TestScreenRoom::aPageThatIsTooLargeScrolls()
{
    auto *const page = new QWidget;
    auto *const rows = new QVBoxLayout(page);
    QLineEdit *last = nullptr;
    for (int i = 0; i < 20; ++i)
        rows->addWidget(last = new QLineEdit(page));
    ui::FittingArea area(page);
    area.resize(300, 200);
    area.show();
    area.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&area));
    QVERIFY(area.minimumSizeHint().height() < 100);
    QVERIFY(page->height() > 200);
    QVERIFY(page->width() < 300); // the bar takes its part
    last->setFocus();
    QVERIFY(area.viewport()->rect().contains(last->mapTo(area.viewport(), last->rect().center())));
    area.resize(300, 2000);
    QTRY_COMPARE(area.viewport()->width(), 300);
    QCOMPARE(page->size(), area.viewport()->size());
}

/// Also to what is made only as its tab is shown, like a section of a survey: the shortcuts of a
/// section hold while the focus is in it.
void TestScreenRoom::theFocusGoesToTheContent()
{
    QTabWidget tabs;
    auto *const button = new QPushButton;
    tabs.addTab(new ui::FittingArea(button), u"First"_s);
    auto *const content = new QWidget;
    tabs.addTab(new ui::FittingArea(content), u"Second"_s);
    QLineEdit *made = nullptr;
    connect(&tabs, &QTabWidget::currentChanged, content, [&made, content] {
        made = new QLineEdit(content);
        content->setFocusProxy(made);
        made->show();
    });
    tabs.show();
    tabs.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&tabs));
    button->setFocus();
    QCOMPARE(QApplication::focusWidget(), button);
    tabs.setCurrentIndex(1);
    QVERIFY(made);
    QCOMPARE(QApplication::focusWidget(), made);
}

void TestScreenRoom::eachPageFits()
{
    Desk desk;
    desk.window.show();
    auto *const list = named<QTableView>(desk.window, u"Surveys"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QStringList all = problems(desk.window, u"Surveys"_s);
    for (int place = 2; place <= 6; ++place) {
        desk.trigger(u"Ctrl+%1"_s.arg(place));
        all += problems(desk.window, u"Place %1"_s.arg(place));
    }
    desk.trigger(u"Ctrl+1"_s);
    list->selectRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    auto *const pages = named<QTabWidget>(desk.window, u"Pages of the survey"_s);
    QCOMPARE(pages->count(), 7);
    for (int tab = 0; tab < pages->count(); ++tab) {
        pages->setCurrentIndex(tab);
        QApplication::processEvents();
        all += problems(desk.window, pages->tabText(tab));
    }
    QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all.join(u'\n')));
}

void TestScreenRoom::eachStepOfTheWizardFits()
{
    Desk desk;
    ui::SurveyWizard wizard(desk.session(), desk.prompt);
    wizard.show();
    auto *const steps = named<QListWidget>(wizard, u"Steps"_s);
    QStringList all;
    for (int step = 0; step < steps->count(); ++step) {
        steps->setCurrentRow(step);
        QApplication::processEvents();
        all += problems(wizard, steps->item(step)->text());
    }
    QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all.join(u'\n')));
}

void TestScreenRoom::tabLeadsFromAStepToItsButtons()
{
    Desk desk;
    ui::SurveyWizard wizard(desk.session(), desk.prompt);
    wizard.show();
    wizard.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&wizard));
    auto *const steps = named<QListWidget>(wizard, u"Steps"_s);
    for (int step = 0; step < 3; ++step) {
        steps->setCurrentRow(step);
        const QString last =
            QStringList {u"Language"_s, u"Exclude surveys…"_s, u"Test link"_s}[step];
        named<QWidget>(wizard, last)->setFocus(Qt::TabFocusReason);
        QStringList way;
        for (int i = 0; i < 8 && !way.contains(u"Next"_s); ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            way.append(support::nameOf(*QApplication::focusWidget()));
        }
        QVERIFY2(way.contains(u"Next"_s), qPrintable(last + u": "_s + way.join(u", "_s)));
    }
}

void TestScreenRoom::tabGoesRoundTheWindow()
{
    Desk desk;
    desk.window.show();
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QTRY_COMPARE(named<QTableView>(desk.window, u"Surveys"_s)->model()->rowCount(), 1);
    for (const QString &place : {u"Ctrl+1"_s, u"Ctrl+3"_s, u"Ctrl+4"_s}) {
        desk.trigger(place);
        QStringList seen;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            seen.append(support::nameOf(*QApplication::focusWidget()));
        }
        for (const QString &name : {u"Search"_s, u"Navigation"_s, u"New survey"_s})
            QVERIFY2(seen.contains(name),
                     qPrintable(place + u' ' + name + u": "_s + seen.join(u", "_s)));
    }
}

void TestScreenRoom::eachDialogFits()
{
    Desk desk;
    models::Session &session = desk.session();
    const api::Survey survey = fixture::survey(u"11"_s, u"Snack tracker"_s);
    models::SurveyDraft draft;
    draft.country = {u"229"_s};
    draft.language = {u"5"_s};
    api::Qualification question;
    question.code = {43};
    question.title = u"GENDER"_s;
    question.conditions = {{1, u"Male"_s}, {2, u"Female"_s}};
    QList<QWidget *> dialogs {
        new ui::ConnectDialog(desk.connections),
        new ui::BriefDialog(session.reference(), desk.prompt),
        new ui::ThresholdsDialog(session.attention(), nullptr),
        new ui::ResultsDialog(u"Pause"_s, {}, nullptr),
        new ui::AddExclusions(session.surveys(), {}),
        new ui::AddQualifications(session.reference(), desk.prompt, survey, {}),
        new ui::EditQualification(desk.prompt, question, {}),
        new ui::AudienceDialog(session.reference(), desk.prompt, draft),
        new ui::CountriesDialog(session.reference(), draft),
        new ui::PendingDialog(session, nullptr)};
    QWidget host;
    ui::showDeadlines(session.plans(), &host);
    dialogs.append(host.findChild<QDialog *>());
    QStringList all;
    for (QWidget *const dialog : std::as_const(dialogs)) {
        dialog->show();
        QApplication::processEvents();
        all += problems(*dialog,
                        QString::fromLatin1(dialog->metaObject()->className()) + u' '
                            + dialog->windowTitle());
        dialog->hide();
        if (dialog != dialogs.last())
            delete dialog;
    }
    QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all.join(u'\n')));
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QApplication application(argc, argv);
    ui::keepWindowsOnScreen(application);
    QCoreApplication::setOrganizationName(u"AlignDesk-tests"_s);
    const ui::Theme theme(application);
    TestScreenRoom test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screenroom.moc"
