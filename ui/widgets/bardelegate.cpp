#include "ui/widgets/bardelegate.h"

#include "models/support/roles.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

constexpr int height = 16;

void paintBar(QPainter &painter, const QRect &area, double done, const QString &text,
              Qt::LayoutDirection direction)
{
    const Tokens &tokens = Theme::current();
    const Ink rest = tokens.ink(Role::Neutral);
    const int filled = int(qBound(0.0, done, 1.0) * area.width());
    const QRect part =
        QStyle::visualRect(direction, area, QRect(area.topLeft(), QSize(filled, area.height())));
    QPainterPath shape;
    shape.addRoundedRect(area, height / 2.0, height / 2.0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
    painter.fillRect(area, rest.surface);
    painter.fillRect(part, tokens.bar());
    painter.setPen(tokens.text);
    painter.drawText(area, Qt::AlignCenter, text);
}

} // namespace

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QVariant done = index.data(models::ProgressRole);
    if (!done.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QString text = std::exchange(cell.text, QString());
    const QStyle *const style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    painter->save();
    QFont font = cell.font;
    font.setPointSizeF(font.pointSizeF() - 1);
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QRect room = option.rect.adjusted(space::control, 0, -space::control, 0);
    const QRect area =
        QStyle::alignedRect(option.direction, Qt::AlignCenter, QSize(room.width(), height), room);
    paintBar(*painter, area, done.toDouble(), text, option.direction);
    painter->restore();
}

} // namespace ui

#include "moc_bardelegate.cpp"
