#include "ui/widgets/chipdelegate.h"

#include "models/support/roles.h"

#include <QApplication>
#include <QPainter>

namespace ui {

namespace {

constexpr int chipHeight = 20;
constexpr int side = 10; ///< blank beside the word

int widthOf(const QString &text, const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(text) + 2 * side;
}

void paintChip(QPainter &painter, const QRect &area, const QString &text, Role role,
               const QFont &font)
{
    const Ink ink = Theme::current().ink(role);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.surface);
    painter.drawRoundedRect(area, chipHeight / 2.0, chipHeight / 2.0);
    painter.setPen(ink.text);
    painter.setFont(font);
    const QString elided =
        QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width() - 2 * side + 2);
    painter.drawText(area, Qt::AlignCenter, elided);
    painter.restore();
}

} // namespace

QRect paintChip(QPainter &painter, const QRect &room, Qt::Alignment alignment,
                Qt::LayoutDirection direction, const QString &text, Role role, const QFont &font)
{
    const QSize size(qMin(widthOf(text, font), room.width()), chipHeight);
    const QRect area = QStyle::alignedRect(direction, alignment | Qt::AlignVCenter, size, room);
    paintChip(painter, area, text, role, font);
    return area;
}

ChipDelegate::ChipDelegate(RoleOf roleOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_roleOf(roleOf)
{
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle *const style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (text.isEmpty())
        return;
    const QRect room = option.rect.adjusted(space::control, 0, -space::control, 0);
    const QVariant status = index.data(models::StatusRole);
    paintChip(*painter, room, Qt::AlignLeft, option.direction, text, m_roleOf(status.toInt()),
              cell.font);
}

/// The word and all that is around it: a column that fits its contents cuts no chip.
QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize usual = QStyledItemDelegate::sizeHint(option, index);
    const QString text = index.data().toString();
    return usual.expandedTo({widthOf(text, option.font) + 2 * space::control, chipHeight});
}

Chip::Chip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setText(const QString &text, Role role)
{
    m_text = text;
    m_role = role;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {widthOf(m_text, font()), chipHeight};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_text, m_role, font());
}

} // namespace ui

#include "moc_chipdelegate.cpp"
