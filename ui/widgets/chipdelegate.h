// Paints a column's state as a chip: always a word, on the surface of its role.
#pragma once

#include "ui/widgets/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// The word is the DisplayRole; `roleOf` turns the StatusRole into a pair of colours.
class ChipDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using RoleOf = Role (*)(int status);
    explicit ChipDelegate(RoleOf roleOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    RoleOf m_roleOf;
};

/// Paints a chip at that side of `room`, mirrored as `direction` says; the area that it took.
QRect paintChip(QPainter &painter, const QRect &room, Qt::Alignment side,
                Qt::LayoutDirection direction, const QString &text, Role role, const QFont &font);

/// A label in the look of a chip, for headers.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);
    void setText(const QString &text, Role role);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Role m_role = Role::Neutral;
};

} // namespace ui
