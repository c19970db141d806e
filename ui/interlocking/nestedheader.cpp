#include "ui/interlocking/nestedheader.h"

#include "models/interlocking/interlockingmodel.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace ui {

namespace {

constexpr int side = 11; ///< blank beside a name, as in other headers
constexpr int mostWidth = 220;

} // namespace

NestedHeader::NestedHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(orientation == Qt::Vertical ? Fixed : Interactive);
    setDefaultSectionSize(orientation == Qt::Vertical ? space::row : defaultSectionSize());
    setAccessibleName(orientation == Qt::Vertical ? tr("Rows") : tr("Columns"));
}

QStringList NestedHeader::levels(int section) const
{
    return model()
        ->headerData(section, orientation(), models::InterlockingModel::LevelsRole)
        .toStringList();
}

int NestedHeader::depth() const
{
    return model() && count() > 0 ? std::max(1, int(levels(0).size())) : 1;
}

int NestedHeader::levelWidth(int level) const
{
    QFont bold = font();
    bold.setBold(true);
    int width = 0;
    for (int section = 0; section < count(); ++section) {
        const QString name = levels(section).value(level);
        width = std::max(width, QFontMetrics(bold).horizontalAdvance(name));
    }
    return std::min(width + 2 * side + space::unit, mostWidth);
}

QSize NestedHeader::sizeHint() const
{
    if (orientation() == Qt::Horizontal)
        return {QHeaderView::sizeHint().width(), space::row * depth()};
    int width = 0;
    for (int level = 0; level < depth(); ++level)
        width += levelWidth(level);
    return {width, QHeaderView::sizeHint().height()};
}

/// The room of all sections that share the names down to `level`; it reaches beyond `rect`.
QRect NestedHeader::shared(const QRect &rect, int section, int level) const
{
    const QStringList names = levels(section).first(level + 1);
    int first = section;
    int last = section;
    while (first > 0 && levels(first - 1).mid(0, level + 1) == names)
        --first;
    while (last + 1 < count() && levels(last + 1).mid(0, level + 1) == names)
        ++last;
    const int before = sectionPosition(section) - sectionPosition(first);
    const int length = sectionPosition(last) + sectionSize(last) - sectionPosition(first);
    if (orientation() == Qt::Horizontal) {
        const int left =
            isRightToLeft() ? rect.right() + 1 + before - length : rect.left() - before;
        return {left, rect.top() + level * space::row, length, space::row};
    }
    int beside = 0;
    for (int outer = 0; outer < level; ++outer)
        beside += levelWidth(outer);
    const QRect place(rect.left() + beside, rect.top() - before, levelWidth(level), length);
    return QStyle::visualRect(layoutDirection(), rect, place);
}

void NestedHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &tokens = Theme::current();
    const QStringList names = levels(section);
    const bool isTop = orientation() == Qt::Horizontal;
    const int missing = isTop ? depth() - int(names.size()) : 0;
    QFont bold = font();
    bold.setBold(true);
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, tokens.panel);
    painter->setFont(bold);
    for (int level = 0; level < names.size(); ++level) {
        QRect room = missing > 0 ? rect.adjusted(0, missing * space::row, 0, 0)
                                 : shared(rect, section, level);
        const bool isInner = level + 1 == names.size();
        painter->setPen(tokens.line);
        painter->drawLine(room.bottomLeft(), room.bottomRight());
        if (missing == 0 && (!isInner || !isTop))
            painter->drawLine(room.topRight(), room.bottomRight());
        const auto place = isTop && isInner
            ? Qt::Alignment(
                model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt())
            : isTop ? Qt::AlignCenter
                    : Qt::AlignLeft | Qt::AlignVCenter;
        room.adjust(side, 0, -side, 0);
        painter->setPen(isTop ? tokens.muted : tokens.text);
        painter->drawText(
            room, int(QStyle::visualAlignment(layoutDirection(), place)),
            QFontMetrics(bold).elidedText(names[level], Qt::ElideRight, room.width()));
    }
    painter->restore();
}

} // namespace ui

#include "moc_nestedheader.cpp"
