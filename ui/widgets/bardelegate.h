// Paints a column's ProgressRole as a bar with the cell's text inside, readable on both parts.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class BarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace ui
