#include "ui/qualifications/questiondelegate.h"

#include "models/qualifications/questionmodel.h"
#include "models/support/figures.h"
#include "ui/widgets/chipdelegate.h"

namespace ui {

void QuestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const int chosen = index.data(models::QuestionModel::ChosenRole).toInt();
    QStyleOptionViewItem cell = option;
    cell.font.setBold(chosen > 0);
    QStyledItemDelegate::paint(painter, cell, index);
    if (chosen < 1)
        return;
    paintChip(*painter, option.rect.adjusted(space::unit, 0, -space::unit, 0), Qt::AlignRight,
              option.direction, models::countText(chosen), Role::Accent, option.font);
}

} // namespace ui

#include "moc_questiondelegate.cpp"
