#include "ui/mainwindow/workspace.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "ui/activity/pendingbar.h"
#include "ui/briefs/briefdialog.h"
#include "ui/drafts/draftspage.h"
#include "ui/drafts/unfinishedbar.h"
#include "ui/feasibility/feasibilityplace.h"
#include "ui/mainwindow/keptplaces.h"
#include "ui/mainwindow/places.h"
#include "ui/mainwindow/surveytab.h"
#include "ui/mainwindow/surveytabs.h"
#include "ui/survey/surveypage.h"
#include "ui/surveys/surveyspage.h"
#include "ui/widgets/fittingarea.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int surveysRow = int(PlaceId::Surveys); // the first of the table
constexpr int navigationWidth = 184;
constexpr int placeHeight = 38;

/// Each page stands in an area of its own, so that none makes the window larger than its screen.
Page *pageIn(QWidget *area)
{
    auto *const fitting = qobject_cast<FittingArea *>(area);
    return fitting ? qobject_cast<Page *>(fitting->widget()) : nullptr;
}

} // namespace

Workspace::Workspace(models::Session &session, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_prompt(prompt)
    , m_navigation(new QListWidget(this))
    , m_bars(new QVBoxLayout)
    , m_stack(new QStackedWidget(this))
{
    auto *const surveys = new SurveysPage(session, prompt);
    m_tabs = new SurveyTabs(session, prompt, surveys, this);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    Theme::dress(*m_navigation);
    m_navigation->setProperty("isSide", true);
    m_navigation->setFixedWidth(navigationWidth);
    m_navigation->setUniformItemSizes(true);
    m_navigation->setAccessibleName(tr("Navigation"));
    row->addWidget(m_navigation);
    auto *const column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(m_bars);
    for (QWidget *const bar :
         std::initializer_list<QWidget *> {new PendingBar(session, prompt, this), unfinished()}) {
        Theme::dress(*bar);
        column->addWidget(bar);
    }
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    addPlaces();
    connect(surveys, &SurveysPage::opened, this, &Workspace::openSurvey);
    connect(surveys, &SurveysPage::newSurveyWanted, this, &Workspace::newSurveyWanted);
    connect(surveys, &SurveysPage::cloneWanted, this, &Workspace::cloneWanted);
    connect(surveys, &SurveysPage::searchCleared, this, &Workspace::searchCleared);
    connect(m_navigation, &QListWidget::currentRowChanged, this, &Workspace::showPlace);
    connect(m_tabs, &SurveyTabs::pageChanged, this, [this] { Q_EMIT pageChanged(page()); });
    connect(m_tabs, &SurveyTabs::cloneWanted, this, &Workspace::cloneWanted);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int tab) {
        m_tabs->setCurrentIndex(tab);
        closeTab();
    });
    m_navigation->setCurrentRow(surveysRow);
}

void Workspace::addBar(QWidget *bar)
{
    Theme::dress(*bar);
    m_bars->addWidget(bar);
}

QWidget *Workspace::unfinished()
{
    auto *const bar = new UnfinishedBar(m_session, m_prompt, this);
    connect(bar, &UnfinishedBar::resumeWanted, this, &Workspace::resumeWanted);
    connect(bar, &UnfinishedBar::draftWanted, this, &Workspace::draftWanted);
    connect(bar, &UnfinishedBar::surveyWanted, this, &Workspace::openSurvey);
    connect(bar, &UnfinishedBar::draftsWanted, this, [this] { go(int(PlaceId::Drafts)); });
    return bar;
}

void Workspace::connectDrafts(Page *page)
{
    auto *const drafts = qobject_cast<DraftsPage *>(page);
    if (!drafts)
        return;
    connect(drafts, &DraftsPage::openWanted, this, &Workspace::draftWanted);
    connect(drafts, &DraftsPage::newWanted, this, &Workspace::beginningWanted);
    connect(drafts, &DraftsPage::searchCleared, this, &Workspace::searchCleared);
    connect(drafts, &DraftsPage::emptyWanted, this, &Workspace::newSurveyWanted);
}

/// The tabs of the surveys are the first place; the others wait as empty frames.
void Workspace::addPlaces()
{
    for (const Place &place : places()) {
        const QString name = QCoreApplication::translate("ui::Places", place.name).remove(u'&');
        auto *const item =
            new QListWidgetItem(icon(QString::fromLatin1(place.icon)), name, m_navigation);
        item->setSizeHint({0, placeHeight});
        m_stack->addWidget(place.make ? new QWidget(m_stack) : m_tabs);
    }
}

void Workspace::showPlace(int row)
{
    const Place &place = places()[size_t(row)];
    if (QWidget *const frame = m_stack->widget(row); place.make && !pageIn(frame)) {
        Page *const made = place.make(m_session, m_prompt, nullptr);
        if (auto *const feasibility = qobject_cast<FeasibilityPlace *>(made))
            connect(feasibility, &FeasibilityPlace::surveyWanted, this,
                    &Workspace::beginningWanted);
        auto *const area = new FittingArea(made, m_stack);
        Theme::dress(*area);
        m_stack->insertWidget(row, area);
        connectDrafts(made);
        m_stack->removeWidget(frame);
        delete frame;
    }
    m_stack->setCurrentIndex(row);
    Q_EMIT pageChanged(page());
}

Page *Workspace::page() const
{
    QWidget *const shown = m_stack->currentWidget();
    return shown == m_tabs ? m_tabs->page() : pageIn(shown);
}

void Workspace::go(int place)
{
    if (place == surveysRow)
        showList();
    m_navigation->setCurrentRow(place);
    focusPage(); // who comes by a shortcut goes on by keyboard
}

void Workspace::showList()
{
    m_tabs->setCurrentIndex(0);
    m_navigation->setCurrentRow(surveysRow);
}

KeptPlaces Workspace::here() const
{
    return {m_navigation->currentRow(), m_tabs->surveys(), m_tabs->currentIndex()};
}

void Workspace::restore(const KeptPlaces &places)
{
    for (const QString &id : places.surveys)
        m_tabs->open({id});
    m_tabs->setCurrentIndex(places.tab);
    m_navigation->setCurrentRow(places.place);
}

Page *Workspace::searchedPage() const
{
    Page *const front = page();
    return front && !front->searchHint().isEmpty() ? front : m_tabs->list();
}

QString Workspace::searchHint() const
{
    return searchedPage()->searchHint();
}

void Workspace::search(const QString &text)
{
    searchedPage()->search(text);
    showSearched();
}

void Workspace::showSearched()
{
    if (searchedPage() != page())
        showList();
}

void Workspace::exportPage()
{
    for (QAction *const action : page()->findChildren<QAction *>()) {
        if (action->shortcut() == QKeySequence(u"Ctrl+E"_s) && action->isEnabled())
            return action->trigger();
    }
}

void Workspace::focusPage()
{
    page()->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::openSurvey(const api::SurveyId &id)
{
    m_navigation->setCurrentRow(surveysRow);
    m_tabs->setCurrentIndex(m_tabs->open(id));
    focusPage();
}

void Workspace::openBrief()
{
    auto *const dialog = new BriefDialog(m_session.reference(), m_prompt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BriefDialog::surveyWanted, this, &Workspace::briefWanted);
    dialog->open();
}

bool Workspace::canCloseTab() const
{
    return m_stack->currentWidget() == m_tabs && m_tabs->currentIndex() > 0;
}

void Workspace::closeTab()
{
    SurveyTab *const tab = m_tabs->current();
    if (!tab)
        return;
    if (!tab->page())
        return drop(tab);
    const QPointer<SurveyTab> there(tab);
    Q_EMIT closingWanted(tab->page(), m_tabs->tabToolTip(m_tabs->currentIndex()), [this, there] {
        if (there)
            drop(there);
    });
}

void Workspace::drop(SurveyTab *tab)
{
    m_tabs->drop(tab);
    focusPage(); // not to what stands next in the window
}

QList<Page *> Workspace::pages() const
{
    return findChildren<Page *>();
}

} // namespace ui

#include "moc_workspace.cpp"
