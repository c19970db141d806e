#include "ui/mainwindow/notificationchoice.h"

#include <QAction>
#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Choice
{
    NotificationKind kind;
    QStringView key;
    const char *text;
};

constexpr Choice choices[] = {
    {NotificationKind::TargetReached, u"notifications/targetReached",
     QT_TRANSLATE_NOOP("Notifications", "&Target reached")},
    {NotificationKind::NeedsAttention, u"notifications/needsAttention",
     QT_TRANSLATE_NOOP("Notifications", "Survey &needs attention")},
    {NotificationKind::ReconciliationCompleted, u"notifications/reconciliationCompleted",
     QT_TRANSLATE_NOOP("Notifications", "&Reconciliation completed")},
    {NotificationKind::DeadlineNear, u"notifications/deadlineNear",
     QT_TRANSLATE_NOOP("Notifications", "&Deadline of a reconciliation")},
};

} // namespace

bool isWanted(NotificationKind kind)
{
    const QString key = choices[size_t(kind)].key.toString();
    return QSettings().value(key, true).toBool();
}

QList<QAction *> notificationActions(QObject *parent)
{
    QList<QAction *> actions;
    for (const Choice &choice : choices) {
        auto *const action =
            new QAction(QCoreApplication::translate("Notifications", choice.text), parent);
        action->setCheckable(true);
        action->setChecked(isWanted(choice.kind));
        QObject::connect(action, &QAction::toggled, action, [key = choice.key](bool isOn) {
            QSettings().setValue(key.toString(), isOn);
        });
        actions.append(action);
    }
    return actions;
}

} // namespace ui
