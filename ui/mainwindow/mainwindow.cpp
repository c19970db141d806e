#include "ui/mainwindow/mainwindow.h"

#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/support/plain.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/connectionpicker.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/workspace.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/page.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QCloseEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int searchWidth = 400;

} // namespace

struct MainWindow::Private
{
    models::Connections &connections;
    Prompt &prompt;
    Theme &theme;
    Actions actions;
    QVBoxLayout *rows = nullptr;
    QAction *sandbox = nullptr; ///< shows the chip in the toolbar
    Banner *problem = nullptr;
    QWidget *waiting = nullptr;
    Workspace *workspace = nullptr;
    QLineEdit *search = nullptr;
    QAction *searchAction = nullptr; ///< shows the field in the toolbar
    QMenu *editMenu = nullptr;
    QMenu *surveyMenu = nullptr;
    StatusLine *status = nullptr;
    bool isClosing = false;
};

MainWindow::MainWindow(models::Connections &connections, Prompt &prompt, Theme &theme,
                       QWidget *parent)
    : QMainWindow(parent)
    , d(new Private {
          .connections = connections, .prompt = prompt, .theme = theme, .actions = Actions(this)})
{
    auto *const centre = new QWidget(this);
    d->rows = new QVBoxLayout(centre);
    d->rows->setContentsMargins(0, 0, 0, 0);
    d->rows->setSpacing(0);
    d->problem = new Banner(centre);
    d->waiting = plainLabel(centre, LabelLook::Muted, tr("Opening the connection…"));
    static_cast<QLabel *>(d->waiting)->setAlignment(Qt::AlignCenter);
    d->rows->addWidget(d->problem);
    d->rows->addWidget(d->waiting, 1);
    setCentralWidget(centre);
    buildActions();
    buildMenus();
    buildToolBar();
    d->status = new StatusLine(this);
    setStatusBar(d->status);
    connect(&connections, &models::Connections::sessionChanged, this, &MainWindow::setSession);
    connect(&connections, &models::Connections::failed, this,
            [this](const QString &sentence) { showProblem(sentence, {}); });
    setSession(connections.session());
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildActions()
{
    Actions &actions = d->actions;
    connect(actions.newSurvey, &QAction::triggered, this, &MainWindow::newSurvey);
    connect(actions.connect, &QAction::triggered, this, &MainWindow::connectToService);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.palette, &QAction::triggered, this, &MainWindow::showPalette);
    connect(actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(actions.closeTab, &QAction::triggered, this, [this] {
        if (d->workspace)
            d->workspace->closeTab();
    });
    connect(actions.refresh, &QAction::triggered, this, [this] {
        if (Page *const page = d->workspace ? d->workspace->page() : nullptr)
            page->refresh();
    });
    connect(actions.find, &QAction::triggered, this, [this] {
        d->search->setFocus(Qt::ShortcutFocusReason);
        d->search->selectAll();
    });
    for (qsizetype i = 0; i < actions.places.size(); ++i) {
        connect(actions.places[i], &QAction::triggered, this, [this, i] {
            if (d->workspace)
                d->workspace->go(Workspace::Place(i));
        });
    }
    for (qsizetype i = 0; i < actions.themes.size(); ++i) {
        actions.themes[i]->setChecked(int(d->theme.choice()) == i);
        connect(actions.themes[i], &QAction::triggered, this,
                [this, i] { d->theme.choose(Theme::Choice(i)); });
    }
}

void MainWindow::buildMenus()
{
    Actions &actions = d->actions;
    QMenu *const file = menuBar()->addMenu(tr("&File"));
    file->addActions({actions.newSurvey, actions.connect});
    file->addSeparator();
    file->addActions({actions.closeTab, actions.quit});
    d->editMenu = menuBar()->addMenu(tr("&Edit"));
    d->surveyMenu = menuBar()->addMenu(tr("&Survey"));
    QMenu *const view = menuBar()->addMenu(tr("&View"));
    view->addActions(actions.places);
    view->addSeparator();
    view->addAction(actions.refresh);
    view->addMenu(tr("&Theme"))->addActions(actions.themes);
    menuBar()->addMenu(tr("&Tools"))->addAction(actions.palette);
    menuBar()->addMenu(tr("&Help"))->addAction(actions.about);
}

void MainWindow::buildToolBar()
{
    QToolBar *const bar = addToolBar(tr("Main toolbar"));
    bar->setObjectName(u"toolbar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    const auto button = [bar](QAction *action, const QString &text) {
        auto *const made = new QPushButton(text, bar);
        made->setToolTip(QStringLiteral("%1 (%2)").arg(
            text, action->shortcut().toString(QKeySequence::NativeText)));
        connect(made, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, made, &QWidget::setEnabled);
        bar->addWidget(made);
        return made;
    };
    setPrimary(button(d->actions.newSurvey, tr("New survey")));
    button(d->actions.refresh, tr("Refresh"));
    d->search = new QLineEdit(bar);
    d->search->setAccessibleName(tr("Search"));
    d->search->setClearButtonEnabled(true);
    d->search->setFixedWidth(searchWidth);
    connect(d->search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (Page *const page = d->workspace ? d->workspace->page() : nullptr)
            page->search(text);
    });
    d->searchAction = bar->addWidget(d->search);
    auto *const gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    auto *const sandbox = new Chip(bar);
    sandbox->setText(tr("Sandbox: nothing here is bought"), Role::Warning);
    d->sandbox = bar->addWidget(sandbox);
    auto *const picker = new ConnectionPicker(d->connections, bar);
    connect(picker, &ConnectionPicker::newWanted, this, &MainWindow::connectToService);
    bar->addWidget(picker);
}

void MainWindow::setSession(models::Session *session)
{
    delete std::exchange(d->workspace, nullptr);
    d->sandbox->setVisible(session && session->connection().isSandbox);
    d->waiting->setVisible(!session);
    showPage(nullptr);
    if (session) {
        d->problem->clear();
        d->workspace = new Workspace(*session, d->prompt, centralWidget());
        d->rows->addWidget(d->workspace, 1);
        connect(d->workspace, &Workspace::pageChanged, this, &MainWindow::showPage);
        connect(d->workspace, &Workspace::newSurveyWanted, this, &MainWindow::newSurvey);
        connect(d->workspace, &Workspace::searchCleared, d->search, &QLineEdit::clear);
        showPage(d->workspace->page());
        d->workspace->page()->setFocus();
    }
    const QString name = d->connections.currentName();
    d->status->follow(name, session);
    setWindowTitle(name.isEmpty() ? u"AlignDesk"_s : tr("%1 – AlignDesk").arg(models::plain(name)));
}

void MainWindow::showPage(Page *page)
{
    Actions &actions = d->actions;
    d->editMenu->clear();
    d->surveyMenu->clear();
    if (page) {
        d->editMenu->addActions(page->editActions());
        d->surveyMenu->addActions(page->surveyActions());
    }
    d->editMenu->addSeparator();
    d->editMenu->addAction(actions.find);
    d->surveyMenu->menuAction()->setVisible(!d->surveyMenu->isEmpty());
    const QString hint = page ? page->searchHint() : QString();
    d->search->setPlaceholderText(
        hint.isEmpty()
            ? QString()
            : tr("%1 (%2)").arg(hint, actions.find->shortcut().toString(QKeySequence::NativeText)));
    d->searchAction->setVisible(!hint.isEmpty());
    actions.find->setEnabled(!hint.isEmpty());
    actions.refresh->setEnabled(page);
    actions.newSurvey->setEnabled(d->workspace);
    actions.closeTab->setEnabled(d->workspace && d->workspace->canCloseTab());
}

void MainWindow::showProblem(const QString &what, const QString &why, std::function<void()> retry)
{
    d->problem->show(Tone::Error, what, why);
    if (retry)
        d->problem->addAction(tr("&Retry"), this, [this, retry = std::move(retry)] {
            d->problem->clear();
            retry();
        });
}

void MainWindow::raiseForPerson()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::newSurvey() { }

void MainWindow::connectToService() { }

void MainWindow::showPalette() { }

void MainWindow::showAbout()
{
    auto *const box =
        new QMessageBox(QMessageBox::NoIcon, tr("About AlignDesk"), {}, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("AlignDesk %1").arg(QStringLiteral(ALIGNDESK_VERSION)));
    box->setInformativeText(tr("Buys online survey respondents from Audience-Align.\n"
                               "Free software under the GNU General Public License, version 3 or "
                               "later."));
    box->open();
}

void MainWindow::restore()
{
    const QSettings settings;
    resize(1280, 800);
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const QStringList unsaved = d->workspace ? d->workspace->unsaved() : QStringList();
    if (!unsaved.isEmpty() && !d->isClosing) {
        event->ignore();
        const Question question {tr("Close AlignDesk?"), unsaved.join(u'\n'), tr("Close anyway")};
        d->prompt.ask(this, question, this, [this](bool isConfirmed) {
            d->isClosing = isConfirmed;
            if (isConfirmed)
                close();
        });
        return;
    }
    QSettings().setValue(u"window/geometry"_s, saveGeometry());
    event->accept();
}

} // namespace ui

#include "moc_mainwindow.cpp"
