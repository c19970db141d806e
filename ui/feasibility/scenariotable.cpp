#include "ui/feasibility/scenariotable.h"

#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QAction>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int resultWidth = 190;

Role resultRole(int status)
{
    switch (status) {
    case 0:
        return Role::Good;
    case 1:
        return Role::Warning;
    case 2:
        return Role::Error;
    default:
        return Role::Neutral;
    }
}

} // namespace

ScenarioTable::ScenarioTable(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_sorted(new models::SortedRows(this))
{
    m_sorted->setSourceModel(&m_model);
    setTableLook(this);
    setModel(m_sorted);
    setAccessibleName(name);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSortingEnabled(true);
    sortByColumn(models::ScenarioModel::Asked, Qt::DescendingOrder);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setItemDelegateForColumn(models::ScenarioModel::Result, new ChipDelegate(resultRole, this));
    horizontalHeader()->setMinimumSectionSize(space::row);
    for (const bool withHeaders : {false, true}) {
        auto *const copy = withHeaders ? new QAction(tr("Copy with &headers"), this)
                                       : new QAction(icon(u"copy"_s), tr("&Copy"), this);
        copy->setShortcut(withHeaders ? QKeySequence(u"Ctrl+Shift+C"_s)
                                      : QKeySequence(QKeySequence::Copy));
        copy->setShortcutContext(Qt::WidgetShortcut);
        connect(copy, &QAction::triggered, this,
                [this, withHeaders] { copyCells(*this, withHeaders); });
        addAction(copy);
    }
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ScenarioTable::chosenChanged);
    connect(m_sorted, &QAbstractItemModel::rowsRemoved, this, &ScenarioTable::chosenChanged);
}

void ScenarioTable::setRows(const QList<models::ScenarioRow> &rows)
{
    m_model.sync(rows, [](const models::ScenarioRow &row) {
        return u"%1 %2"_s.arg(row.run).arg(row.place);
    });
    setColumnWidth(models::ScenarioModel::Result, resultWidth);
}

const models::ScenarioRow *ScenarioTable::chosen() const
{
    const QModelIndex at = m_sorted->mapToSource(currentIndex());
    return at.isValid() ? &m_model.row(at) : nullptr;
}

void ScenarioTable::choose(const QString &run, int place)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const models::ScenarioRow &one = m_model.rows()[row];
        if (one.run == run && one.place == place)
            return setCurrentIndex(m_sorted->mapFromSource(m_model.index(row, 0)));
    }
}

} // namespace ui

#include "moc_scenariotable.cpp"
