// Which desktop notifications a person wants, and the menu where this is chosen.
#pragma once

#include <QList>

class QAction;
class QObject;

namespace ui {

enum class NotificationKind {
    TargetReached,
    NeedsAttention,
    ReconciliationCompleted,
    DeadlineNear
};

bool isWanted(NotificationKind kind); ///< of the settings; wanted without any

/// One checkable action a kind, children of `parent`; what is chosen is kept at once.
QList<QAction *> notificationActions(QObject *parent);

} // namespace ui
