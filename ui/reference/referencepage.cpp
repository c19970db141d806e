#include "ui/reference/referencepage.h"

#include "models/connections/session.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "ui/reference/questionbrowser.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/moment.h"

#include <QAction>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::ReferenceKind;
using models::ReferenceModel;

namespace ui {

namespace {

constexpr int widths[] = {320, 140, 320};

} // namespace

ReferencePage::ReferencePage(models::Session &session, Prompt &, QWidget *parent)
    : Page(parent)
    , m_reference(session.reference())
    , m_banner(new Banner(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_state(new EmptyState(this))
    , m_questions(new QuestionBrowser(m_reference, this))
    , m_age(plainLabel(this, LabelLook::Muted))
    , m_copy(new QAction(tr("&Copy"), this))
{
    build();
    listen();
    showList();
    m_reference.load();
}

void ReferencePage::build()
{
    m_tabs->setAccessibleName(tr("Reference lists"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const QString &name : {tr("Countries"), tr("Languages"), tr("Study categories"),
                                tr("Verticals"), tr("Standard qualifications")})
        m_tabs->addTab(name);
    m_table->setModel(&m_model);
    setTableLook(m_table);
    m_table->setAccessibleName(tr("Reference data"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    for (QWidget *const each : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_table),
                                static_cast<QWidget *>(m_questions)})
        m_stack->addWidget(each);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(m_copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::card);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::PageTitle, tr("Reference data")));
    rows->addWidget(m_banner);
    rows->addWidget(m_tabs);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_age);
    setFocusProxy(m_tabs);
}

void ReferencePage::listen()
{
    using models::ReferenceStore;
    connect(m_tabs, &QTabBar::currentChanged, this, &ReferencePage::showList);
    connect(&m_reference, &ReferenceStore::changed, this, &ReferencePage::showList);
    connect(&m_reference, &ReferenceStore::failed, this, [this](const api::ApiError &error) {
        // Bars of the window say so, where there is something to show.
        const bool isTold = api::isConnectionFault(error)
            || (api::isUnreachable(error) && m_reference.updated().isValid());
        if (!isTold)
            m_banner->showError(tr("The reference data could not be refreshed."), error);
        showState();
    });
    connect(m_questions, &QuestionBrowser::changed, this, &ReferencePage::showState);
    connect(m_banner, &Banner::retry, this, &ReferencePage::refresh);
    connect(m_copy, &QAction::triggered, this, [this] { copyCells(*m_table, false); });
}

bool ReferencePage::isQuestions() const
{
    return m_tabs->currentIndex() > int(ReferenceKind::Verticals);
}

void ReferencePage::refresh()
{
    m_banner->clear();
    if (isQuestions())
        m_questions->refresh();
    else
        m_reference.refresh();
    showState();
}

void ReferencePage::search(const QString &text)
{
    m_searched = text;
    m_model.setSearch(text);
    m_questions->search(text);
    showState();
}

void ReferencePage::showList()
{
    if (!isQuestions()) {
        const auto kind = ReferenceKind(m_tabs->currentIndex());
        m_model.show(kind, models::referenceRows(kind, m_reference));
        m_table->setColumnHidden(ReferenceModel::Details, kind != ReferenceKind::Countries);
        m_table->setColumnHidden(ReferenceModel::Code, kind > ReferenceKind::Languages);
    }
    showState();
}

void ReferencePage::showState()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_stack->setCurrentWidget(isQuestions() ? static_cast<QWidget *>(m_questions)
                                  : isEmpty ? static_cast<QWidget *>(m_state)
                                            : m_table);
    if (m_model.count() > 0)
        m_state->show(tr("Nothing matches the search"),
                      tr("It looks for parts of name, code and ID."));
    else
        m_state->show(
            m_reference.isBusy() ? tr("Loading the reference data…") : tr("Nothing to show yet"),
            m_reference.isBusy() ? QString()
                                 : tr("The list is shown here as soon as the service answers."));
    if (isQuestions())
        return m_age->setText(m_questions->summary());
    const QString count = m_model.rowCount() == m_model.count()
        ? tr("%n entry(s)", nullptr, int(m_model.count()))
        : tr("%1 of %2 shown")
              .arg(models::countText(m_model.rowCount()), models::countText(m_model.count()));
    m_age->setText(m_reference.updated().isValid()
                       ? tr("%1 · as of %2").arg(count, momentText(m_reference.updated()))
                       : QString());
}

} // namespace ui

#include "moc_referencepage.cpp"
