// A table's rows as a person sorts and filters them.
#pragma once

#include <QSortFilterProxyModel>

namespace models {

/// Sorts by raw values. Those that have none (an invalid value or date) are last in either
/// direction: unknown is neither the least nor the most.
class SortedRows : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SortedRows(QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace models
