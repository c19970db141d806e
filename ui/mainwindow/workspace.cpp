#include "ui/mainwindow/workspace.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/reconciliation/reconciliationpage.h"
#include "ui/surveys/surveyspage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int navigationWidth = 184;
constexpr int placeHeight = 38;

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
    row->addWidget(m_stack, 1);
    addPlace(tr("Surveys"), u"surveys"_s);
    addPlace(tr("Reconciliation"), u"reconciliation"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(false);
    m_tabs->setAccessibleName(tr("Open surveys"));
    m_tabs->tabBar()->setAutoHide(true);
    m_stack->addWidget(m_tabs);
    auto *const surveys = new SurveysPage(session, prompt, m_tabs);
    m_tabs->addTab(surveys, tr("All surveys"));
    for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide})
        m_tabs->tabBar()->setTabButton(0, side, nullptr); // the list isn't closed
    connect(surveys, &SurveysPage::opened, this, &Workspace::openSurvey);
    connect(surveys, &SurveysPage::newSurveyWanted, this, &Workspace::newSurveyWanted);
    connect(surveys, &SurveysPage::searchCleared, this, &Workspace::searchCleared);
    connect(m_navigation, &QListWidget::currentRowChanged, this, &Workspace::showPlace);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { Q_EMIT pageChanged(page()); });
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int tab) {
        m_tabs->setCurrentIndex(tab);
        closeTab();
    });
    m_navigation->setCurrentRow(Surveys);
}

void Workspace::addPlace(const QString &name, const QString &iconName)
{
    auto *const item = new QListWidgetItem(icon(iconName), name, m_navigation);
    item->setSizeHint({0, placeHeight});
}

void Workspace::showPlace(int row)
{
    if (row == Reconciliation && m_stack->count() <= row)
        m_stack->addWidget(new ReconciliationPage(m_session, m_prompt, m_stack));
    m_stack->setCurrentIndex(row);
    Q_EMIT pageChanged(page());
}

Page *Workspace::page() const
{
    QWidget *const shown = m_stack->currentWidget();
    return qobject_cast<Page *>(shown == m_tabs ? m_tabs->currentWidget() : shown);
}

void Workspace::go(Place place)
{
    if (place == Surveys && m_navigation->currentRow() == Surveys)
        m_tabs->setCurrentIndex(0);
    m_navigation->setCurrentRow(place);
}

void Workspace::openSurvey(const api::SurveyId &) { }

bool Workspace::canCloseTab() const
{
    return m_stack->currentWidget() == m_tabs && m_tabs->currentIndex() > 0;
}

void Workspace::closeTab() { }

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
