#include "models/quotas/quotamodel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QString percent(int part, int whole)
{
    return whole < 1
        ? QString()
        : QuotaModel::tr("%1 %", "share").arg(QLocale().toString(100.0 * part / whole, 'f', 1));
}

} // namespace

void QuotaModel::setSheet(const QuotaSheet &sheet)
{
    if (!m_sheet.hasSameRows(sheet)) {
        beginResetModel();
        m_sheet = sheet;
        endResetModel();
    } else {
        const QuotaSheet before = std::exchange(m_sheet, sheet);
        const bool isOtherGoal = before.completes != sheet.completes;
        for (int row = 0; row < rowCount(); ++row) {
            if (isOtherGoal || before.rows[row] != sheet.rows[row])
                Q_EMIT dataChanged(index(row, Count), index(row, m_columns - 1));
        }
    }
    Q_EMIT edited();
}

void QuotaModel::apply(const QuotaEdit &edit, bool isForward)
{
    for (const QuotaStep &step : edit) {
        if (step.cell.row >= m_sheet.rows.size())
            continue;
        valueAt(m_sheet, step.cell) = isForward ? step.after : step.before;
        const int row = int(step.cell.row);
        Q_EMIT dataChanged(index(row, Count), index(row, m_columns - 1));
    }
    Q_EMIT edited();
}

void QuotaModel::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
}

void QuotaModel::setMarking(bool isMarking)
{
    m_isMarking = isMarking;
}

void QuotaModel::setCompletesShown(bool areShown)
{
    if (areShown == areCompletesShown())
        return;
    if (areShown)
        beginInsertColumns({}, Completes, Remaining);
    else
        beginRemoveColumns({}, Completes, Remaining);
    m_columns = areShown ? Remaining + 1 : Completes;
    if (areShown)
        endInsertColumns();
    else
        endRemoveColumns();
}

int QuotaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sheet.rows.size());
}

int QuotaModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

bool QuotaModel::isEditable(const QModelIndex &index) const
{
    return (index.column() == Count && !m_isReadOnly) || index.column() == Completes;
}

bool QuotaModel::isMarked(const QModelIndex &index) const
{
    return m_isMarking && index.column() == Count && m_sheet.rows[index.row()].isChanged();
}

QString QuotaModel::display(const QuotaRow &row, int column) const
{
    const int quota = row.current.value_or(m_sheet.completes);
    switch (column) {
    case Question:
        return plain(row.question);
    case AnswerName:
        return plain(row.answer);
    case Count:
        return quotaText(row.current, m_sheet.completes);
    case Share:
        return percent(quota, m_sheet.completes);
    case Completes:
        if (!row.completes)
            return {};
        return quota < 1 ? countText(*row.completes)
                         : tr("%1 · %2", "completes and their share of the quota")
                               .arg(countText(*row.completes), percent(*row.completes, quota));
    default:
        break;
    }
    if (!row.completes || (!row.current && m_sheet.completes < 1))
        return {};
    return *row.completes > quota ? tr("%1 over").arg(countText(*row.completes - quota))
                                  : countText(quota - *row.completes);
}

QString QuotaModel::editText(const QuotaRow &row, int column) const
{
    if (column != Count && column != Completes)
        return display(row, column);
    const std::optional<int> value = column == Count ? row.current : row.completes;
    return value ? plainCountText(*value) : QString();
}

/// "GENDER, Male, quota 120, completes 80"
QString QuotaModel::description(const QuotaRow &row) const
{
    QString text =
        tr("%1, quota %2").arg(quotaName(row), quotaText(row.current, m_sheet.completes));
    if (row.completes)
        text = tr("%1, completes %2").arg(text, countText(*row.completes));
    return text;
}

QVariant QuotaModel::toolTip(const QModelIndex &index) const
{
    const QuotaRow &row = m_sheet.rows[index.row()];
    if (isMarked(index))
        return tr("Last saved: %1").arg(quotaText(row.saved, m_sheet.completes));
    if (index.column() == Remaining && row.completes)
        return tr("Quota less the completes that were entered here");
    if (index.column() == Share)
        return tr("Quota ÷ completes of the survey");
    return {};
}

QVariant QuotaModel::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const QuotaRow &row = m_sheet.rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::EditRole:
        return editText(row, column);
    case Qt::TextAlignmentRole:
        return int((column >= Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return toolTip(index);
    case StatusRole:
        return int(isMarked(index) ? CellState::Changed : CellState::Saved);
    case CellRole:
        if (column == Count || column == Completes)
            return QuotaCell {index.row(),
                              column == Count ? QuotaField::Quota : QuotaField::Completes}
                .number();
        return {};
    case Qt::AccessibleTextRole:
        return isMarked(index)
            ? tr("%1, changed from %2")
                  .arg(display(row, column), quotaText(row.saved, m_sheet.completes))
            : display(row, column);
    case Qt::AccessibleDescriptionRole:
        return description(row);
    default:
        return {};
    }
}

bool QuotaModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || !isEditable(index))
        return false;
    const auto edit =
        typed(m_sheet, QuotaCell::at(index.data(CellRole).toLongLong()), value.toString());
    if (!edit) {
        Q_EMIT refused(edit.error());
        return false;
    }
    if (!edit->isEmpty())
        Q_EMIT editWanted(*edit);
    return true;
}

QVariant QuotaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section >= Count)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static constexpr std::array titles {QT_TR_NOOP("Qualification"), QT_TR_NOOP("Option"),
                                        QT_TR_NOOP("Quota"),         QT_TR_NOOP("Share"),
                                        QT_TR_NOOP("Completes"),     QT_TR_NOOP("Remaining")};
    return tr(titles[size_t(section)]);
}

Qt::ItemFlags QuotaModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    const Qt::ItemFlags all = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    return isEditable(index) ? all | Qt::ItemIsEditable : all;
}

} // namespace models

#include "moc_quotamodel.cpp"
