#include "models/qualifications/rangemodel.h"

#include "models/qualifications/ranges.h"
#include "models/support/figures.h"

namespace models {

void RangeModel::setRanges(const QList<api::Range> &ranges)
{
    beginResetModel();
    m_ranges = ranges;
    endResetModel();
}

void RangeModel::append(const api::Range &range)
{
    const int row = int(m_ranges.size());
    beginInsertRows({}, row, row);
    m_ranges.append(range);
    endInsertRows();
    Q_EMIT rangesChanged();
}

void RangeModel::remove(int row)
{
    if (row < 0 || row >= m_ranges.size())
        return;
    beginRemoveRows({}, row, row);
    m_ranges.removeAt(row);
    endRemoveRows();
    Q_EMIT rangesChanged();
}

int RangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ranges.size());
}

int RangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant RangeModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const api::Range &range = m_ranges[index.row()];
    const int number = index.column() == From ? range.from : range.to;
    switch (role) {
    case Qt::DisplayRole:
        return plainCountText(number);
    case Qt::EditRole:
        return number;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleDescriptionRole:
        return rangeText(range);
    default:
        return {};
    }
}

bool RangeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const std::optional<int> number = value.typeId() == QMetaType::QString
        ? countFromText(value.toString())
        : std::optional(value.toInt());
    if (!number || *number < 0 || *number > 1'000'000)
        return false;
    int &place = index.column() == From ? m_ranges[index.row()].from : m_ranges[index.row()].to;
    if (place == *number)
        return true;
    place = *number;
    Q_EMIT dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    Q_EMIT rangesChanged();
    return true;
}

QVariant RangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == From ? tr("From", "a range of numbers") : tr("To", "a range of numbers");
}

Qt::ItemFlags RangeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

} // namespace models
