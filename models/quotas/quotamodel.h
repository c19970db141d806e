// Quotas as a table: a row for each targeted answer, the quota and the imported completes edited.
#pragma once

#include "models/quotas/quotaedits.h"
#include "models/support/cells.h"

#include <QAbstractTableModel>

namespace models {

/// Presents and asks: an edit is only wished for (`editWanted`) and comes back through apply(), so
/// that whoever keeps the undo steps sees each of them. StatusRole of a quota is a CellState.
class QuotaModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The last two are there when asked for.
    enum Column { Question, AnswerName, Count, Share, Completes, Remaining };

    using QAbstractTableModel::QAbstractTableModel;

    const QuotaSheet &sheet() const { return m_sheet; }
    /// The same rows keep selection, scroll and an open editor.
    void setSheet(const QuotaSheet &sheet);
    void apply(const QuotaEdit &edit, bool isForward);
    void setReadOnly(bool isReadOnly); ///< of quotas; completes can be entered all the same
    void setMarking(bool isMarking); ///< of what isn't saved; at first on
    void setCompletesShown(bool areShown);
    bool areCompletesShown() const { return m_columns > Completes; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void editWanted(const models::QuotaEdit &edit);
    void refused(const QString &sentence); ///< what was typed can't stand there
    void edited(); ///< something is other than it was

private:
    bool isEditable(const QModelIndex &index) const;
    bool isMarked(const QModelIndex &index) const;
    QString display(const QuotaRow &row, int column) const;
    QString editText(const QuotaRow &row, int column) const;
    QString description(const QuotaRow &row) const;
    QVariant toolTip(const QModelIndex &index) const;

    QuotaSheet m_sheet;
    int m_columns = Completes;
    bool m_isReadOnly = false;
    bool m_isMarking = true;
};

} // namespace models
