// The grid as a list: a column for each crossed qualification, and the quota, which is edited.
#pragma once

#include "models/interlocking/gridedits.h"
#include "models/interlocking/gridmargins.h"
#include "models/interlocking/gridpaste.h"
#include "models/support/cells.h"

#include <QAbstractTableModel>
#include <QHash>

namespace models {

/// Presents and asks: an edit is only wished for (`editWanted`) and comes back through apply(), so
/// that whoever keeps the undo steps sees each of them. StatusRole of a quota is a CellState.
class InterlockingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Agreement { Agrees, Short, Over, Unknown };
    enum GridRole { LevelsRole = HeaderLevelsRole };

    using QAbstractTableModel::QAbstractTableModel;

    const InterlockingGrid &grid() const { return m_grid; }
    /// Cells of the same ids keep selection and scroll.
    void setGrid(const InterlockingGrid &grid);
    void apply(const GridEdit &edit, bool isForward);
    int quotaColumn() const; ///< the last one
    /// What the single qualifications want, to compare with; forgotten with another grid.
    void setQuotas(const MarginQuotas &quotas);
    const MarginQuotas &quotas() const { return m_quotas; }
    /// "quota 190" with what is wanted more or less, and how they agree.
    std::pair<QString, Agreement> agreement(qsizetype dimension, qsizetype option) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void setReadOnly(bool isReadOnly);
    /// Cells that keep their quota though something was pasted; a mark until they are edited or a
    /// step is undone.
    void setRefused(const QList<RefusedCell> &refused);

Q_SIGNALS:
    void editWanted(const models::GridEdit &edit);
    void refused(const QString &sentence); ///< what was typed can't be a quota
    void edited(); ///< something is other than it was

private:
    QVariant quota(qsizetype at, int role) const;
    QString toolTip(qsizetype at) const;
    QString description(qsizetype cell) const;

    InterlockingGrid m_grid;
    QList<QStringList> m_names; ///< of each cell
    MarginQuotas m_quotas;
    QList<QList<qint64>> m_sums; ///< as marginSums()
    QHash<qsizetype, QString> m_refused; ///< by cell: why
    bool m_isReadOnly = false;
};

} // namespace models
