#include "models/interlocking/interlockingmodel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

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
        m_sums = marginSums(grid);
        if (!grid.cells.isEmpty())
            Q_EMIT dataChanged(index(0, quotaColumn()), index(rowCount() - 1, quotaColumn()));
    } else {
        beginResetModel();
        m_grid = grid;
        m_names.clear();
        m_quotas.clear();
        m_refused.clear();
        m_sums = marginSums(grid);
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
    if (!isForward)
        setRefused({});
    for (const CellEdit &cell : edit) {
        m_refused.remove(cell.cell);
        if (cell.cell >= m_grid.cells.size())
            continue;
        m_grid.cells[cell.cell].current = isForward ? cell.after : cell.before;
        const QModelIndex changed = index(int(cell.cell), quotaColumn());
        Q_EMIT dataChanged(changed, changed);
    }
    m_sums = marginSums(m_grid);
    Q_EMIT edited();
}

void InterlockingModel::setRefused(const QList<RefusedCell> &refused)
{
    m_refused.clear();
    for (const RefusedCell &each : refused)
        m_refused.insert(each.cell, refusalText(each));
    if (!m_grid.cells.isEmpty())
        Q_EMIT dataChanged(index(0, quotaColumn()), index(rowCount() - 1, quotaColumn()));
    Q_EMIT edited();
}

void InterlockingModel::setQuotas(const MarginQuotas &quotas)
{
    m_quotas = quotas;
    Q_EMIT edited();
}

std::pair<QString, InterlockingModel::Agreement>
InterlockingModel::agreement(qsizetype dimension, qsizetype option) const
{
    const auto quota = m_quotas.value(dimension).value(option);
    if (!quota)
        return {QString(), Unknown};
    const qint64 difference = m_sums[dimension][option] - *quota;
    const QString wanted = tr("quota %1").arg(countText(*quota));
    if (difference == 0)
        return {wanted + u" ✓"_s, Agrees};
    if (difference < 0)
        return {tr("%1, %2 short").arg(wanted, countText(-difference)), Short};
    return {tr("%1, %2 over").arg(wanted, countText(difference)), Over};
}

/// "Male, 20-24, quota 50; Male quota 190, 3 over"
QString InterlockingModel::description(qsizetype cell) const
{
    QStringList parts {m_names[cell].join(u", "_s) + u", "_s
                       + tr("quota %1").arg(countText(m_grid.cells[cell].current))};
    const QList<qsizetype> options = optionsAt(m_grid, cell);
    for (qsizetype dimension = 0; dimension < options.size(); ++dimension) {
        const auto [text, agrees] = agreement(dimension, options[dimension]);
        if (agrees == Short || agrees == Over)
            parts.append(m_names[cell][dimension] + u' ' + text);
    }
    return parts.join(u"; "_s);
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
        return role == CellRole                     ? QVariant(index.row())
            : role == Qt::AccessibleDescriptionRole ? description(index.row())
                                                    : quota(index.row(), role);
    const QString &name = m_names[index.row()][index.column()];
    return role == Qt::DisplayRole || role == RawRole ? QVariant(name) : QVariant();
}

QString InterlockingModel::toolTip(qsizetype at) const
{
    const GridCellState &cell = m_grid.cells[at];
    QStringList lines;
    if (cell.isChanged())
        lines.append(tr("Last saved: %1").arg(countText(cell.saved)));
    if (const QString refused = m_refused.value(at); !refused.isEmpty())
        lines.append(tr("Not pasted: %1").arg(refused));
    return lines.join(u'\n');
}

QVariant InterlockingModel::quota(qsizetype at, int role) const
{
    const GridCellState &cell = m_grid.cells[at];
    const bool isRefused = m_refused.contains(at);
    switch (role) {
    case Qt::DisplayRole:
        return countText(cell.current);
    case Qt::EditRole:
        return plainCountText(cell.current);
    case RawRole:
        return cell.current;
    case StatusRole:
        return int(isRefused              ? CellState::Refused
                       : cell.isChanged() ? CellState::Changed
                                          : CellState::Saved);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return cell.isChanged() || isRefused ? toolTip(at) : QVariant();
    case Qt::AccessibleTextRole:
        if (isRefused)
            return tr("%1, not pasted: %2").arg(countText(cell.current), m_refused.value(at));
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
