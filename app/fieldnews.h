// What happens to surveys while the window isn't in front, as desktop notifications.
#pragma once

#include "api/types/survey.h"
#include "ui/mainwindow/notificationchoice.h"

#include <QObject>

#include <functional>

namespace models {
class Session;
}

namespace app {

class Notifier;

/// Quiet while the window is in front, and for kinds that the person has switched off. Several
/// surveys of one refresh make one notification.
class FieldNews : public QObject
{
    Q_OBJECT

public:
    using IsInFront = std::function<bool()>;

    FieldNews(Notifier &notifier, IsInFront isInFront, QObject *parent = nullptr);

    void follow(models::Session *session); ///< the open one; nullptr for none
    void targetReached(const QList<api::Survey> &surveys);
    void needAttention(const QList<api::Survey> &surveys);
    void reconciliationCompleted(const QString &survey); ///< its name
    void deadlinesNear(const QList<api::Survey> &surveys);

private:
    void tell(ui::NotificationKind kind, const QString &title, const QString &text);

    Notifier &m_notifier;
    IsInFront m_isInFront;
    models::Session *m_session = nullptr;
};

} // namespace app
