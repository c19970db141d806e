#include "ui/mainwindow/workspace.h"

#include "models/connections/session.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/reconciliation/reconciliationpage.h"
#include "ui/survey/surveypage.h"
#include "ui/surveys/surveyspage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"
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
    page()->setFocus(); // who comes by a shortcut goes on by keyboard
}

void Workspace::openSurvey(const api::SurveyId &id)
{
    m_navigation->setCurrentRow(Surveys);
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
    m_tabs->setCurrentIndex(tab);
    page->setFocus();
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
