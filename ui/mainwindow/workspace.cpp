#include "ui/mainwindow/workspace.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/activity/pendingbar.h"
#include "ui/briefs/briefdialog.h"
#include "ui/drafts/draftspage.h"
#include "ui/drafts/unfinishedbar.h"
#include "ui/feasibility/feasibilityplace.h"
#include "ui/mainwindow/places.h"
#include "ui/survey/surveypage.h"
#include "ui/surveys/surveyspage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QListWidget>
#include <QStackedWidget>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int surveysRow = int(PlaceId::Surveys); // the first of the table
constexpr int navigationWidth = 184;
constexpr int placeHeight = 38;
constexpr int mostTabLetters = 28;

} // namespace

Workspace::Workspace(models::Session &session, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_prompt(prompt)
    , m_navigation(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_tabs(new QTabWidget(this))
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_navigation->setProperty("isSide", true);
    m_navigation->setFixedWidth(navigationWidth);
    m_navigation->setUniformItemSizes(true);
    m_navigation->setAccessibleName(tr("Navigation"));
    row->addWidget(m_navigation);
    auto *const column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(new PendingBar(session, prompt, this));
    column->addWidget(unfinished());
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(false);
    m_tabs->setAccessibleName(tr("Open surveys"));
    m_tabs->tabBar()->setAutoHide(true);
    addPlaces();
    auto *const surveys = new SurveysPage(session, prompt, m_tabs);
    m_tabs->addTab(surveys, tr("All surveys"));
    for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide})
        m_tabs->tabBar()->setTabButton(0, side, nullptr); // the list isn't closed
    connect(surveys, &SurveysPage::opened, this, &Workspace::openSurvey);
    connect(surveys, &SurveysPage::newSurveyWanted, this, &Workspace::newSurveyWanted);
    connect(surveys, &SurveysPage::cloneWanted, this, &Workspace::cloneWanted);
    connect(surveys, &SurveysPage::searchCleared, this, &Workspace::searchCleared);
    connect(m_navigation, &QListWidget::currentRowChanged, this, &Workspace::showPlace);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { Q_EMIT pageChanged(page()); });
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int tab) {
        m_tabs->setCurrentIndex(tab);
        closeTab();
    });
    m_navigation->setCurrentRow(surveysRow);
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
    if (QWidget *const frame = m_stack->widget(row); place.make && !qobject_cast<Page *>(frame)) {
        Page *const made = place.make(m_session, m_prompt, m_stack);
        if (auto *const feasibility = qobject_cast<FeasibilityPlace *>(made))
            connect(feasibility, &FeasibilityPlace::surveyWanted, this,
                    &Workspace::beginningWanted);
        m_stack->insertWidget(row, made);
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
    return qobject_cast<Page *>(shown == m_tabs ? m_tabs->currentWidget() : shown);
}

void Workspace::go(int place)
{
    if (place == surveysRow && m_navigation->currentRow() == surveysRow)
        m_tabs->setCurrentIndex(0);
    m_navigation->setCurrentRow(place);
    focusPage(); // who comes by a shortcut goes on by keyboard
}

void Workspace::search(const QString &text)
{
    page()->search(text);
}

void Workspace::focusPage()
{
    page()->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::openSurvey(const api::SurveyId &id)
{
    m_navigation->setCurrentRow(surveysRow);
    for (int tab = 1; tab < m_tabs->count(); ++tab) {
        if (static_cast<SurveyPage *>(m_tabs->widget(tab))->survey() == id)
            return m_tabs->setCurrentIndex(tab);
    }
    auto *const page = new SurveyPage(m_session, id, m_prompt, m_tabs);
    const api::Survey *const survey = m_session.surveys().find(id);
    const int tab = m_tabs->addTab(page, QString());
    nameTab(tab, models::plain(survey ? survey->name : id.value));
    connect(page, &SurveyPage::renamed, this,
            [this, page](const QString &name) { nameTab(m_tabs->indexOf(page), name); });
    connect(page, &SurveyPage::cloneWanted, this, &Workspace::cloneWanted);
    connect(page, &Page::actionsChanged, this, [this] { Q_EMIT pageChanged(this->page()); });
    m_tabs->setCurrentIndex(tab);
    page->setFocus();
}

void Workspace::openBrief()
{
    auto *const dialog = new BriefDialog(m_session.reference(), m_prompt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BriefDialog::surveyWanted, this, &Workspace::briefWanted);
    dialog->open();
}

void Workspace::nameTab(int tab, const QString &name)
{
    m_tabs->setTabText(tab, QString(name.left(mostTabLetters)).replace(u'&', u"&&"_s));
    m_tabs->setTabToolTip(tab, name);
}

bool Workspace::canCloseTab() const
{
    return m_stack->currentWidget() == m_tabs && m_tabs->currentIndex() > 0;
}

void Workspace::closeTab()
{
    auto *const page = qobject_cast<SurveyPage *>(m_tabs->currentWidget());
    if (!page)
        return;
    const QString unsaved = page->unsaved();
    if (unsaved.isEmpty())
        return drop(page);
    const Question question {tr("Close this tab?"), unsaved, tr("Close without saving")};
    m_prompt.ask(this, question, page, [this, page](bool isConfirmed) {
        if (isConfirmed)
            drop(page);
    });
}

void Workspace::drop(SurveyPage *page)
{
    m_tabs->removeTab(m_tabs->indexOf(page));
    page->deleteLater();
}

QStringList Workspace::unsaved() const
{
    QStringList sentences;
    for (const Page *each : findChildren<Page *>()) {
        if (const QString sentence = each->unsaved(); !sentence.isEmpty())
            sentences.append(sentence);
    }
    return sentences;
}

} // namespace ui

#include "moc_workspace.cpp"
