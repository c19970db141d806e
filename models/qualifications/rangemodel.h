// The ranges of one numeric question as rows that can be edited: from, to.
#pragma once

#include "api/types/qualification.h"

#include <QAbstractTableModel>

namespace models {

/// Takes any whole numbers of 0 to 1,000,000; rangeIssues() says what is wrong with them together.
class RangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { From, To };

    using QAbstractTableModel::QAbstractTableModel;

    void setRanges(const QList<api::Range> &ranges);
    const QList<api::Range> &ranges() const { return m_ranges; }
    void append(const api::Range &range);
    void remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void rangesChanged();

private:
    QList<api::Range> m_ranges;
};

} // namespace models
