// A standard question in the list: its name, and as a chip how many of its answers are chosen.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class QuestionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace ui
