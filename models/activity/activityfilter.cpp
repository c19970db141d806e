#include "models/activity/activityfilter.h"

#include "models/activity/callmodel.h"
#include "models/support/collation.h"

namespace models {

ActivityFilter::ActivityFilter(QObject *parent)
    : SortedRows(parent)
{
}

void ActivityFilter::setText(const QString &text)
{
    m_text = folded(text);
    invalidateFilter();
}

void ActivityFilter::setResult(Result result)
{
    m_result = result;
    invalidateFilter();
}

void ActivityFilter::setOnlyWrites(bool isOnlyWrites)
{
    m_isOnlyWrites = isOnlyWrites;
    invalidateFilter();
}

bool ActivityFilter::isFiltering() const
{
    return !m_text.isEmpty() || m_result != Result::Any || m_isOnlyWrites;
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (const auto *const calls = dynamic_cast<const CallModel *>(sourceModel())) {
        const CallRow &call = calls->rows()[row];
        if (m_isOnlyWrites && !call.isWrite())
            return false;
        if (m_result != Result::Any && (m_result == Result::Good) != !call.call.error)
            return false;
    }
    if (m_text.isEmpty())
        return true;
    for (int column = 0; column < sourceModel()->columnCount(); ++column) {
        const QModelIndex cell = sourceModel()->index(row, column, parent);
        if (folded(cell.data().toString()).contains(m_text))
            return true;
    }
    return false;
}

} // namespace models

#include "moc_activityfilter.cpp"
