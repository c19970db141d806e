#include "ui/drafts/draftspage.h"

#include "models/connections/currencies.h"
#include "models/connections/session.h"
#include "models/drafts/draftstore.h"
#include "models/reference/referencestore.h"
#include "models/surveys/surveystore.h"
#include "ui/drafts/draftactions.h"
#include "ui/drafts/draftcreation.h"
#include "ui/drafts/unsavednote.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::DraftListModel;

namespace ui {

namespace {

constexpr int nameWidth = 320;
constexpr int kindWidth = 120;
constexpr int countryWidth = 160;
constexpr int figureWidth = 110;
constexpr int timeWidth = 160;

Role kindRole(int kind)
{
    switch (kind) {
    case 1:
        return Role::Accent;
    case 2:
        return Role::Warning;
    default:
        return Role::Neutral;
    }
}

} // namespace

DraftsPage::DraftsPage(models::Session &session, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_banner(new Banner(this))
{
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterKeyColumn(DraftListModel::Name);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter.setSortCaseSensitivity(Qt::CaseInsensitive);
    m_actions = new DraftActions(
        session.drafts(), prompt, *m_banner, [this] { return selected(); }, this);
    m_creation = new DraftCreation(
        session, prompt, *m_banner, [this] { return selected(); }, this);
    build();
    connect(m_actions, &DraftActions::openWanted, this, &DraftsPage::openWanted);
    connect(m_actions, &DraftActions::newWanted, this, &DraftsPage::newWanted);
    connect(m_actions, &DraftActions::added, this, [this](const QString &uuid) { select({uuid}); });
    connect(m_creation, &DraftCreation::added, this, &DraftsPage::select);
    connect(&session.drafts(), &models::DraftStore::changed, this, &DraftsPage::update);
    connect(&session.reference(), &models::ReferenceStore::changed, this, &DraftsPage::update);
    connect(&session.currencies(), &models::Currencies::changed, this, &DraftsPage::update);
    connect(&session.surveys(), &models::SurveyStore::busyChanged, this, [this](bool isBusy) {
        if (!isBusy) // the currency of a new survey is that of the others
            update();
    });
    update();
}

void DraftsPage::build()
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::card);
    rows->setSpacing(space::unit);
    rows->addWidget(plainLabel(this, LabelLook::PageTitle, tr("Drafts")));
    m_count = plainLabel(this, LabelLook::Muted);
    rows->addWidget(m_count);
    rows->addSpacing(space::control);
    m_table = table();
    rows->addLayout(buttons());
    rows->addSpacing(space::unit);
    rows->addWidget(m_banner);
    rows->addWidget(new UnsavedNote(m_session.drafts(), this));
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    rows->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::stepped, this, [this] {
        if (m_model.rowCount() == 0)
            return Q_EMIT emptyWanted();
        search({});
        Q_EMIT searchCleared();
    });
    setFocusProxy(m_table);
}

QTableView *DraftsPage::table()
{
    auto *const view = new QTableView(this);
    setTableLook(view);
    view->setModel(&m_filter);
    view->setAccessibleName(tr("Drafts and templates"));
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setItemDelegateForColumn(DraftListModel::Kind, new ChipDelegate(kindRole, view));
    view->setSortingEnabled(true);
    view->sortByColumn(DraftListModel::Updated, Qt::DescendingOrder);
    const QList<int> widths {nameWidth,   kindWidth,   countryWidth,
                             figureWidth, figureWidth, timeWidth};
    for (int column = 0; column < int(widths.size()); ++column)
        view->setColumnWidth(column, widths[column]);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    view->addActions(surveyActions());
    connect(view, &QTableView::activated, this, &DraftsPage::activate);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DraftsPage::updateActions);
    return view;
}

QLayout *DraftsPage::buttons()
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    const auto add = [this, row](QAction *action) {
        auto *const button = new QPushButton(action->text(), this);
        const auto follow = [button, action] { button->setEnabled(action->isEnabled()); };
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, follow);
        follow();
        row->addWidget(button);
        return button;
    };
    for (QAction *const action : m_actions->first())
        add(action);
    add(m_creation->create());
    auto *const more = new QPushButton(tr("&More"), this);
    auto *const menu = new QMenu(more);
    menu->addActions(m_actions->further());
    menu->addAction(m_creation->countries());
    more->setMenu(menu);
    row->addWidget(more);
    row->addStretch();
    for (QAction *const action : m_actions->files())
        add(action);
    return row;
}

void DraftsPage::update()
{
    QList<models::DraftRow> rows;
    const QString currency = m_session.usualCurrency();
    int templates = 0;
    for (const models::DraftRecord &record : m_session.drafts().records()) {
        rows.append({record, m_session.reference().countryName(record.draft.country), currency});
        templates += record.isTemplate ? 1 : 0;
    }
    const int drafts = int(rows.size()) - templates;
    m_model.sync(rows, [](const models::DraftRow &row) { return row.record.uuid; });
    m_count->setText(tr("%1, %2").arg(tr("%Ln draft(s)", nullptr, drafts),
                                      tr("%Ln template(s)", nullptr, templates)));
    showEmpty(int(rows.size()));
    updateActions();
}

void DraftsPage::updateActions()
{
    m_actions->update();
    m_creation->update();
}

void DraftsPage::showEmpty(int drafts)
{
    const bool isEmpty = m_filter.rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    setFocusProxy(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    if (drafts > 0)
        m_empty->show(tr("No draft of that name"),
                      tr("None of the drafts and templates holds what is searched for."),
                      tr("Show all"));
    else
        m_empty->show(tr("No drafts yet"),
                      tr("New surveys are saved here automatically until you create them. "
                         "Templates are kept for further surveys."),
                      tr("New survey"));
}

QString DraftsPage::searchHint() const
{
    return tr("Search drafts");
}

QString DraftsPage::searched() const
{
    return m_searched;
}

void DraftsPage::search(const QString &text)
{
    m_searched = text;
    m_filter.setFilterFixedString(text);
    showEmpty(m_model.rowCount());
}

QList<QAction *> DraftsPage::editActions() const
{
    return m_actions->edits();
}

QList<QAction *> DraftsPage::surveyActions() const
{
    return m_actions->all() + QList<QAction *> {m_creation->create(), m_creation->countries()};
}

/// Enter or a double click: a template is for new surveys, a draft to be gone on with.
void DraftsPage::activate()
{
    m_actions->activate();
}

QStringList DraftsPage::selected() const
{
    QStringList uuids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        uuids.append(m_model.row(m_filter.mapToSource(index)).record.uuid);
    return uuids;
}

void DraftsPage::select(const QStringList &uuids)
{
    QItemSelection rows;
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const QModelIndex index = m_filter.index(row, 0);
        if (uuids.contains(m_model.row(m_filter.mapToSource(index)).record.uuid))
            rows.select(index, index);
    }
    m_table->selectionModel()->select(
        rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!rows.isEmpty())
        m_table->selectionModel()->setCurrentIndex(rows.indexes().first(),
                                                   QItemSelectionModel::NoUpdate);
}

} // namespace ui

#include "moc_draftspage.cpp"
