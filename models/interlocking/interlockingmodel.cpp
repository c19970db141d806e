#include "models/interlocking/interlockingmodel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/support/roles.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

bool hasSameCells(const InterlockingGrid &one, const InterlockingGrid &other)
{
    return one.dimensions == other.dimensions
        && std::ranges::equal(one.cells, other.cells, {}, &GridCellState::id, &GridCellState::id);
}

} // namespace

void InterlockingModel::setGrid(const InterlockingGrid &grid)
{
    if (hasSameCells(m_grid, grid)) {
        m_grid = grid;
        if (!grid.cells.isEmpty())
            Q_EMIT dataChanged(index(0, quotaColumn()), index(rowCount() - 1, quotaColumn()));
    } else {
        beginResetModel();
        m_grid = grid;
        m_names.clear();
        for (qsizetype i = 0; i < grid.cells.size(); ++i) {
            QStringList names = grid.names(i);
            for (QString &name : names)
                name = plain(name);
            m_names.append(names);
        }
        endResetModel();
    }
    Q_EMIT edited();
}

void InterlockingModel::apply(const GridEdit &edit, bool isForward)
{
    for (const CellEdit &cell : edit) {
        if (cell.cell >= m_grid.cells.size())
            continue;
        m_grid.cells[cell.cell].current = isForward ? cell.after : cell.before;
        const QModelIndex changed = index(int(cell.cell), quotaColumn());
        Q_EMIT dataChanged(changed, changed);
    }
    Q_EMIT edited();
}

int InterlockingModel::quotaColumn() const
{
    return std::max(1, int(m_grid.dimensions.size()));
}

int InterlockingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_grid.cells.size());
}

int InterlockingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : quotaColumn() + 1;
}

QVariant InterlockingModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const GridCellState &cell = m_grid.cells[index.row()];
    if (role == IdRole)
        return cell.id.value;
    if (index.column() == quotaColumn())
        return quota(cell, role);
    const QString &name = m_names[index.row()][index.column()];
    return role == Qt::DisplayRole || role == RawRole ? QVariant(name) : QVariant();
}

QVariant InterlockingModel::quota(const GridCellState &cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return countText(cell.current);
    case Qt::EditRole:
        return plainCountText(cell.current);
    case RawRole:
        return cell.current;
    case StatusRole:
        return int(cell.isChanged() ? Changed : Saved);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return cell.isChanged() ? tr("Saved: %1").arg(countText(cell.saved)) : QVariant();
    case Qt::AccessibleTextRole:
        return cell.isChanged()
            ? tr("%1, changed from %2").arg(countText(cell.current), countText(cell.saved))
            : countText(cell.current);
    default:
        return {};
    }
}

bool InterlockingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != quotaColumn() || m_isReadOnly)
        return false;
    const auto quota = quotaFromText(value.toString());
    if (!quota) {
        Q_EMIT refused(quota.error());
        return false;
    }
    const GridEdit edit = setQuota(m_grid, index.row(), *quota);
    if (!edit.isEmpty())
        Q_EMIT editWanted(edit);
    return true;
}

QVariant InterlockingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section > quotaColumn())
        return {};
    const bool isQuota = section == quotaColumn();
    if (role == Qt::TextAlignmentRole)
        return int((isQuota ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (isQuota)
        return tr("Quota");
    return m_grid.isFlat() ? tr("Combination") : plain(m_grid.dimensions[section].title);
}

Qt::ItemFlags InterlockingModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    const Qt::ItemFlags all = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == quotaColumn() && !m_isReadOnly ? all | Qt::ItemIsEditable : all;
}

void InterlockingModel::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
}

} // namespace models

#include "moc_interlockingmodel.cpp"
