#include "ui/wizard/stepdelegate.h"

#include "models/drafts/creationchecklist.h"
#include "models/support/roles.h"
#include "ui/widgets/chipdelegate.h"

#include <QPainter>

using models::StepState;

namespace ui {

namespace {

constexpr int height = 44;
constexpr int chipRoom = 130;

Role roleOf(StepState state)
{
    switch (state) {
    case StepState::Running:
        return Role::Information;
    case StepState::Done:
        return Role::Good;
    case StepState::Failed:
        return Role::Error;
    case StepState::Unknown:
        return Role::Warning;
    case StepState::Waiting:
    case StepState::Left:
        break;
    }
    return Role::Neutral;
}

} // namespace

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto state = StepState(index.data(models::StatusRole).toInt());
    const QRect all = option.rect.adjusted(space::control, 0, -space::control, 0);
    const QRect chips = QStyle::visualRect(option.direction, all,
                                           QRect(all.topLeft(), QSize(chipRoom, all.height())));
    paintChip(*painter, chips, Qt::AlignLeft, option.direction,
              index.data(models::CreationChecklist::StateTextRole).toString(), roleOf(state),
              option.font);
    const QRect words = QStyle::visualRect(option.direction, all, all.adjusted(chipRoom, 0, 0, 0));
    const QString title = index.data().toString();
    const QString note = index.data(models::CreationChecklist::NoteRole).toString();
    painter->save();
    painter->setPen(Theme::current().text);
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, title);
    const int used = option.fontMetrics.horizontalAdvance(title) + space::padding;
    painter->setPen(Theme::current().muted);
    const QRect rest = QStyle::visualRect(option.direction, words, words.adjusted(used, 0, 0, 0));
    painter->drawText(rest, Qt::AlignVCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(note, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), height};
}

} // namespace ui

#include "moc_stepdelegate.cpp"
