// What pasted text does to a column of quotas: which cells it sets and which it can't, and why.
#pragma once

#include <QList>
#include <QStringList>

#include <optional>

namespace models {

/// A cell that takes a value; nothing: back to the default.
struct QuotaValue
{
    int row = 0; ///< of the table
    std::optional<int> quota;
    bool operator==(const QuotaValue &) const = default;
};

/// A pasted cell that isn't applied, as it was pasted.
struct RefusedQuota
{
    int row = 0; ///< of the table; may lie past its end
    QString text;
    bool operator==(const RefusedQuota &) const = default;
};

struct QuotaPaste
{
    QList<QuotaValue> values;
    QList<RefusedQuota> invalid; ///< not a whole number from 0 on
    QList<RefusedQuota> outside; ///< no row to go to: said, never cut silently
};

/// Of a pasted block the column that holds the quotas: names may stand before them, shares behind.
QStringList quotaColumn(const QList<QStringList> &rows);

/// `texts` is one pasted column. One text fills all of `selected` (ascending rows); more go from
/// the first selected row on. An empty text is the default. `rowCount` is the table's.
QuotaPaste pasteQuotas(const QStringList &texts, const QList<int> &selected, int rowCount);

} // namespace models
