#include "models/drafts/draftcellmodel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace models {

void DraftCellModel::setDraft(const SurveyDraft &draft)
{
    beginResetModel();
    m_draft = draft;
    m_cells = gridCells(draft);
    endResetModel();
}

void DraftCellModel::distributeEvenly()
{
    m_draft.cells.clear();
    m_cells = gridCells(m_draft);
    if (!m_cells.isEmpty())
        Q_EMIT dataChanged(index(0, quotaColumn()), index(rowCount() - 1, quotaColumn()));
    Q_EMIT cellsChanged();
}

int DraftCellModel::sum() const
{
    return std::accumulate(m_cells.begin(), m_cells.end(), 0,
                           [](int total, const GridCell &cell) { return total + cell.quota; });
}

int DraftCellModel::firstOutside() const
{
    const auto found = std::ranges::find_if(
        m_cells, [](const GridCell &cell) { return cell.quota < 1 || cell.quota > mostPerCell; });
    return found == m_cells.end() ? -1 : int(found - m_cells.begin());
}

int DraftCellModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cells.size());
}

int DraftCellModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : quotaColumn() + 1;
}

QVariant DraftCellModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const GridCell &cell = m_cells[index.row()];
    const bool isQuota = index.column() == quotaColumn();
    switch (role) {
    case Qt::DisplayRole:
        return isQuota ? countText(cell.quota) : plain(cell.names[index.column()]);
    case Qt::EditRole:
        return isQuota ? plainCountText(cell.quota) : plain(cell.names[index.column()]);
    case Qt::TextAlignmentRole:
        return int((isQuota ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IsSetByHandRole:
        return cell.isSetByHand;
    case Qt::AccessibleTextRole:
        return isQuota ? u"%1: %2"_s.arg(plain(cell.names.join(u", "_s)), countText(cell.quota))
                       : plain(cell.names[index.column()]);
    default:
        return {};
    }
}

bool DraftCellModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != quotaColumn())
        return false;
    const QString text = value.toString().trimmed();
    const bool isCleared = text.isEmpty();
    const int quota = isCleared ? 0 : countFromText(text).value_or(0);
    if (!isCleared && (quota < 1 || quota > mostPerCell))
        return false;
    GridCell &cell = m_cells[index.row()];
    if (!isCleared && quota == cell.quota)
        return true;
    m_draft.cells.removeIf([&cell](const DraftCell &one) { return one.answers == cell.answers; });
    if (!isCleared)
        m_draft.cells.append({cell.answers, quota});
    m_cells = gridCells(m_draft);
    Q_EMIT dataChanged(index, index);
    Q_EMIT cellsChanged();
    return true;
}

QVariant DraftCellModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section >= quotaColumn())
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section >= quotaColumn())
        return tr("Quota");
    const TargetedQualification *qualification = find(m_draft, m_draft.interlocked[section]);
    return qualification ? plain(qualification->question.title) : QString();
}

Qt::ItemFlags DraftCellModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    const Qt::ItemFlags all = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return index.column() == quotaColumn() ? all | Qt::ItemIsEditable : all;
}

} // namespace models
