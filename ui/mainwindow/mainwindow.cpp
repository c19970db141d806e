#include "ui/mainwindow/mainwindow.h"

#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/mainwindow/about.h"
#include "ui/mainwindow/accessbar.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/autorefresh.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/connectionacts.h"
#include "ui/mainwindow/editmenu.h"
#include "ui/mainwindow/keptplaces.h"
#include "ui/mainwindow/maintoolbar.h"
#include "ui/mainwindow/notices.h"
#include "ui/mainwindow/notificationchoice.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/wizardlinks.h"
#include "ui/mainwindow/workspace.h"
#include "ui/surveys/thresholdsdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/page.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/wizardopener.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const QString keychainTopic = u"keychain"_s;

} // namespace

struct MainWindow::Private
{
    models::Connections &connections;
    Prompt &prompt;
    Theme &theme;
    Actions actions;
    AutoRefresh autoRefresh {};
    QVBoxLayout *rows = nullptr;
    Banner *problem = nullptr; ///< once there was one
    Notices *notices = nullptr;
    QLabel *waiting = nullptr;
    Workspace *workspace = nullptr;
    WizardOpener *wizards = nullptr;
    MainToolBar *toolBar = nullptr;
    EditMenu *editMenu = nullptr;
    QMenu *surveyMenu = nullptr;
    StatusLine *status = nullptr;
    ConnectionActs *acts = nullptr;
    bool isClosing = false;

    bool isOwn(const QString &name) const; ///< a kept one that can be edited
    void addAccessBar(models::Session &session, bool isOwn);
    void showOpening(const QString &name, bool isOwn);
};

bool MainWindow::Private::isOwn(const QString &name) const
{
    const QList<models::Connection> &kept = connections.all();
    return std::ranges::any_of(kept, [&name](const models::Connection &connection) {
        return connection.name == name && !connection.isSandbox;
    });
}

void MainWindow::Private::addAccessBar(models::Session &session, bool isOwn)
{
    auto *const bar = new AccessBar(session, isOwn, workspace);
    connect(bar, &AccessBar::editWanted, acts, &ConnectionActs::edit);
    workspace->addBar(bar);
}

void MainWindow::Private::showOpening(const QString &name, bool isOwn)
{
    constexpr int soon = 1500; // ms: a keychain that is open answers before
    const QString opening = MainWindow::tr("Opening the connection…");
    waiting->setText(opening);
    if (!isOwn)
        return;
    QTimer::singleShot(soon, waiting, [this, name, opening] {
        if (waiting->text() == opening && connections.currentName() == name)
            waiting->setText(MainWindow::tr("Waiting for the keychain. If it is locked, the "
                                            "desktop asks for its password in another window."));
    });
}

MainWindow::MainWindow(models::Connections &connections, Prompt &prompt, Theme &theme,
                       QWidget *parent)
    : QMainWindow(parent)
    , d(new Private {
          .connections = connections, .prompt = prompt, .theme = theme, .actions = Actions(this)})
{
    Theme::dressInParts(*this);
    Theme::dress(*menuBar());
    auto *const centre = new QWidget(this);
    d->rows = new QVBoxLayout(centre);
    d->rows->setContentsMargins(0, 0, 0, 0);
    d->rows->setSpacing(0);
    d->notices = new Notices(centre);
    Theme::dress(*d->notices);
    d->rows->addWidget(d->notices);
    d->waiting = plainLabel(centre, LabelLook::Muted, tr("Opening the connection…"));
    d->waiting->setWordWrap(true);
    Theme::dress(*d->waiting);
    d->waiting->setAlignment(Qt::AlignCenter);
    d->rows->addWidget(d->waiting, 1);
    setCentralWidget(centre);
    d->wizards = new WizardOpener(prompt, this);
    connectWizards();
    d->acts = new ConnectionActs(connections, prompt, this);
    connect(d->acts, &ConnectionActs::stayed, this,
            [this](const QString &what, const QString &why) { showProblem(what, why); });
    buildActions();
    buildMenus();
    d->toolBar = new MainToolBar(d->actions, connections, this);
    addToolBar(d->toolBar);
    Theme::dress(*d->toolBar);
    connect(d->toolBar, &MainToolBar::connectWanted, d->acts, &ConnectionActs::connectToService);
    connect(d->toolBar, &MainToolBar::openWanted, d->acts, &ConnectionActs::open);
    setStatusBar(d->status = new StatusLine(this));
    Theme::dress(*d->status);
    followConnections();
    setSession(connections.session());
    restore();
}

void MainWindow::followConnections()
{
    connect(&d->connections, &models::Connections::sessionChanged, this, &MainWindow::setSession);
    connect(&d->connections, &models::Connections::renamed, this, &movePlaces);
    connect(&d->connections, &models::Connections::failed, this,
            [this](const QString &sentence) { showProblem(sentence, {}); });
    connect(&d->connections, &models::Connections::keepsSecretsChanged, this, [this] {
        if (d->connections.keepsSecrets())
            d->notices->clear(keychainTopic);
        else
            d->notices->show(keychainTopic, tr("The keychain can’t be used."),
                             tr("The key is kept until AlignDesk is closed; the next start asks "
                                "for it again."),
                             {});
    });
    connect(&d->connections, &models::Connections::keyMissing, this,
            [this](const QString &name, const QString &sentence) {
                d->waiting->setText(tr("The connection is not open."));
                d->status->showNotOpen();
                showProblem(sentence, {}, [this, name] { d->connections.open(name); });
                d->problem->addAction(tr("&Edit connection…"), this,
                                      [this, name] { d->acts->edit(name); });
            });
}

MainWindow::~MainWindow()
{
    if (isVisible())
        saveItsPlace();
}

void MainWindow::buildActions()
{
    Actions &actions = d->actions;
    connect(actions.newSurvey, &QAction::triggered, d->wizards, &WizardOpener::openEmpty);
    connect(actions.fromBrief, &QAction::triggered, this, [this] { d->workspace->openBrief(); });
    connect(actions.connect, &QAction::triggered, d->acts, &ConnectionActs::connectToService);
    connect(actions.editConnection, &QAction::triggered, this,
            [this] { d->acts->edit(d->connections.currentName()); });
    connect(actions.removeConnection, &QAction::triggered, d->acts, &ConnectionActs::remove);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.palette, &QAction::triggered, this,
            [this] { openPalette(*menuBar(), *d->actions.palette, this); });
    // A child of the workspace: it goes with the session.
    connect(actions.thresholds, &QAction::triggered, this,
            [this] { showThresholds(d->workspace->session().attention(), d->workspace); });
    connect(&d->autoRefresh, &AutoRefresh::due, this, [this] {
        if (d->workspace)
            d->workspace->session().surveys().refresh();
    });
    connect(actions.about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(actions.closeTab, &QAction::triggered, this,
            [this] { d->workspace ? d->workspace->closeTab() : void(); });
    connect(actions.refresh, &QAction::triggered, this, [this] {
        if (Page *const page = d->workspace ? d->workspace->page() : nullptr)
            page->refresh();
    });
    connect(actions.find, &QAction::triggered, this, [this] {
        d->workspace->showSearched();
        d->toolBar->focusSearch();
    });
    for (qsizetype i = 0; i < actions.places.size(); ++i) {
        connect(actions.places[i], &QAction::triggered, this, [this, i] {
            if (d->workspace)
                d->workspace->go(int(i));
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
    file->addActions({actions.newSurvey, actions.fromBrief, actions.connect, actions.editConnection,
                      actions.removeConnection});
    file->addSeparator();
    file->addActions({actions.closeTab, actions.quit});
    d->editMenu = new EditMenu(actions.find, this);
    menuBar()->addMenu(d->editMenu);
    d->surveyMenu = menuBar()->addMenu(tr("&Survey"));
    QMenu *const view = menuBar()->addMenu(tr("&View"));
    view->addActions(actions.places);
    view->addSeparator();
    view->addAction(actions.refresh);
    view->addMenu(tr("&Auto-refresh"))->addActions(d->autoRefresh.actions());
    view->addMenu(tr("&Theme"))->addActions(actions.themes);
    QMenu *const tools = menuBar()->addMenu(tr("&Tools"));
    tools->addActions({actions.palette, actions.thresholds});
    tools->addMenu(tr("&Notifications"))->addActions(notificationActions(this));
    menuBar()->addMenu(tr("&Help"))->addAction(actions.about);
}

void MainWindow::setSession(models::Session *session)
{
    const QString name = d->connections.currentName();
    const bool isOwn = d->isOwn(name);
    d->acts->setWorkspace(nullptr);
    d->wizards->setSession(session);
    delete std::exchange(d->workspace, nullptr);
    d->toolBar->setSandbox(session && session->connection().isSandbox);
    d->showOpening(name, isOwn);
    d->waiting->setVisible(!session);
    showPage(nullptr);
    if (session) {
        if (d->problem)
            d->problem->clear();
        d->workspace = new Workspace(*session, d->prompt, centralWidget());
        d->addAccessBar(*session, isOwn);
        d->rows->addWidget(d->workspace, 1);
        d->acts->setWorkspace(d->workspace);
        connect(d->workspace, &Workspace::closingWanted, d->acts, &ConnectionActs::closeTab);
        connect(d->workspace, &Workspace::pageChanged, this, &MainWindow::showPage);
        connect(d->workspace, &Workspace::searchCleared, d->toolBar, &MainToolBar::clearSearch);
        connect(d->toolBar, &MainToolBar::searched, d->workspace, &Workspace::search);
        connect(d->toolBar, &MainToolBar::exportWanted, d->workspace, &Workspace::exportPage);
        // A connection for this run only is kept nowhere.
        if (const models::Connection &now = session->connection();
            now.isSandbox || d->connections.all().contains(now))
            followPlaces(*d->workspace, now.name);
        connect(d->toolBar, &MainToolBar::resultsWanted, d->workspace, &Workspace::focusPage);
        linkWizards(*d->workspace, *d->wizards);
        showPage(d->workspace->page());
        // Behind its first show: what isn't seen doesn't keep the focus.
        QTimer::singleShot(0, d->workspace->page(),
                           [page = d->workspace->page()] { page->setFocus(); });
    }
    d->actions.editConnection->setEnabled(isOwn);
    d->actions.removeConnection->setEnabled(isOwn);
    d->status->follow(name, session);
    setWindowTitle(name.isEmpty() ? u"AlignDesk"_s : tr("%1 – AlignDesk").arg(models::plain(name)));
}

void MainWindow::showPage(Page *page)
{
    Actions &actions = d->actions;
    d->surveyMenu->clear();
    if (page)
        d->surveyMenu->addActions(page->surveyActions());
    d->editMenu->follow(page);
    d->surveyMenu->menuAction()->setVisible(!d->surveyMenu->isEmpty());
    d->toolBar->setSearchHint(d->workspace ? d->workspace->searchHint() : QString());
    d->toolBar->setSearch(page ? page->searched() : QString());
    actions.find->setEnabled(d->workspace);
    actions.thresholds->setEnabled(d->workspace);
    actions.refresh->setEnabled(page);
    actions.newSurvey->setEnabled(d->workspace);
    actions.fromBrief->setEnabled(d->workspace);
    actions.closeTab->setEnabled(d->workspace && d->workspace->canCloseTab());
}

void MainWindow::showProblem(const QString &what, const QString &why, std::function<void()> retry)
{
    if (!d->problem) {
        d->problem = new Banner(centralWidget());
        Theme::dress(*d->problem);
        d->rows->insertWidget(0, d->problem);
    }
    d->problem->show(Tone::Error, what, why);
    if (retry)
        d->problem->addAction(tr("&Retry"), this, [this, retry = std::move(retry)] {
            d->problem->clear();
            retry();
        });
}

Notices &MainWindow::notices()
{
    return *d->notices;
}

void MainWindow::raiseForPerson()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::connectWizards()
{
    constexpr int shownFor = 10'000; // ms
    connect(d->wizards, &WizardOpener::told, this,
            [this](const QString &sentence) { d->status->showMessage(sentence, shownFor); });
    connect(d->wizards, &WizardOpener::surveyWanted, this, &MainWindow::openSurvey);
    connect(d->wizards, &WizardOpener::failed, this,
            [this](const QString &what, const api::ApiError &error, const api::SurveyId &id) {
                showProblem(what, errorSentence(error), [this, id] { d->wizards->clone(id); });
            });
}

void MainWindow::openSurvey(const api::SurveyId &id)
{
    if (d->workspace)
        d->workspace->openSurvey(id);
}

void MainWindow::leaveThen(std::function<void()> go, bool canKeep)
{
    d->acts->leaveThen(std::move(go), canKeep);
}

void MainWindow::restore()
{
    constexpr int frameHeight = 32; // of a usual window manager
    const QSettings settings;
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(0, frameHeight)));
    restorePlace(*this, settings);
}

void MainWindow::saveItsPlace() const
{
    QSettings settings;
    savePlace(*this, settings);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (d->isClosing || !d->acts->hasUnsaved()) {
        saveItsPlace();
        return event->accept();
    }
    event->ignore();
    d->acts->leaveThen(tr("Close AlignDesk with unsaved changes?"), [this] {
        d->isClosing = true;
        close();
    });
}

} // namespace ui

#include "moc_mainwindow.cpp"
