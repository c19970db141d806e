// A list of UIDs as a table: what of it is shown, and in what order, is worked out beside the
// interface.
#pragma once

#include "models/reconciliation/uidrows.h"
#include "models/support/rowsmodel.h"

#include <QCoreApplication>

namespace models {

/// The StatusRole of Finding is the row's kind. A change of rows or look is one reset; until it
/// comes the table stands as it was.
class UidRowsModel : public RowsModel
{
    Q_OBJECT

public:
    enum ColumnNumber { Line, Uid, Finding, Reason, Source };

    explicit UidRowsModel(QObject *parent = nullptr);

    void setRows(UidRows::Pointer rows); ///< keeps the look; nullptr for none
    void look(const UidLook &look);
    const UidLook &look() const { return m_look; }
    const UidRows::Pointer &source() const { return m_rows; }
    const UidOrder::Pointer &order() const { return m_order; } ///< which rows of source()
    quint32 shownKinds() const { return m_shownKinds; } ///< that order() was filtered by

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void arranged(); ///< behind each reset

private:
    void rearrange();
    void show(UidRows::Pointer rows, UidOrder order, quint32 kinds);
    QVariant shown(qsizetype row, int column) const;

    UidRows::Pointer m_rows;
    UidRows::Pointer m_next; ///< what is being arranged
    UidOrder::Pointer m_order = std::make_shared<UidOrder>();
    UidLook m_look;
    quint32 m_shownKinds = ~0U;
    quint64 m_turn = 0; ///< of the last arrangement that was asked for
};

} // namespace models
