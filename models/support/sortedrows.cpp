#include "models/support/sortedrows.h"

#include "models/support/roles.h"

#include <QDate>

namespace models {

namespace {

bool isKnown(const QVariant &value)
{
    return value.isValid() && (value.typeId() != QMetaType::QDate || value.toDate().isValid());
}

} // namespace

SortedRows::SortedRows(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RawRole);
}

bool SortedRows::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool knowsLeft = isKnown(left.data(sortRole()));
    const bool knowsRight = isKnown(right.data(sortRole()));
    if (knowsLeft && knowsRight)
        return QSortFilterProxyModel::lessThan(left, right);
    if (knowsLeft == knowsRight)
        return false;
    return knowsLeft == (sortOrder() == Qt::AscendingOrder);
}

} // namespace models

#include "moc_sortedrows.cpp"
