// The grid as a matrix: its qualifications on two sides, with totals and the quotas beside them.
#pragma once

#include "models/interlocking/interlockingmodel.h"

namespace models {

/// A second view of what an InterlockingModel holds; edits go through it. One qualification stands
/// at the side (two of four), the others stand nested on top; headers answer the joined names, and
/// LevelsRole the name on each level. The last row and column are totals; where quotas of the side
/// are known, the column Margin compares with them (its StatusRole is an Agreement).
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit MatrixModel(InterlockingModel &cells, QObject *parent = nullptr);

    int sideLevels() const; ///< qualifications at the side: 1 or 2
    int topLevels() const;
    int marginColumn() const; ///< the last one
    int totalColumn() const { return marginColumn() - 1; }
    int totalRow() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    bool isCell(const QModelIndex &index) const;
    QModelIndex source(const QModelIndex &index) const;
    qint64 total(const QModelIndex &index) const;
    QVariant totalData(const QModelIndex &index, int role) const;
    QVariant marginData(int row, int role) const;
    QStringList levels(int section, Qt::Orientation orientation) const;
    void measure();

    InterlockingModel &m_cells;
    int m_rows = 0; ///< without the totals
    int m_columns = 0;
};

} // namespace models
