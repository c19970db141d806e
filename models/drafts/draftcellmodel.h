// The cells of a draft's interlocking grid as a list that can be edited.
#pragma once

#include "models/drafts/surveydraft.h"

#include <QAbstractTableModel>

namespace models {

/// A column for each crossed qualification and one for the quota. Cells that weren't set by hand
/// share the completes evenly; editing to an empty text goes back to that.
class DraftCellModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { IsSetByHandRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setDraft(const SurveyDraft &draft);
    const QList<DraftCell> &cells() const { return m_draft.cells; } ///< those set by hand
    void distributeEvenly(); ///< forgets what was set by hand
    int sum() const;
    int firstOutside() const; ///< the first row beyond 1 to mostPerCell; -1 without one

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void cellsChanged();

private:
    int quotaColumn() const { return int(m_draft.interlocked.size()); }

    SurveyDraft m_draft;
    QList<GridCell> m_cells;
};

} // namespace models
