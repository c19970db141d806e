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
/// surveys of one refresh make one notification; one about a single survey opens it when clicked.
class FieldNews : public QObject
{
    Q_OBJECT

public:
    using IsInFront = std::function<bool()>;

    FieldNews(Notifier &notifier, IsInFront isInFront, QObject *parent = nullptr);

    void follow(models::Session *session); ///< the open one; nullptr for none
    void targetReached(const QList<api::Survey> &surveys);
    void needAttention(const QList<api::Survey> &surveys);
    void reconciliationCompleted(const api::SurveyId &survey);
    void deadlinesNear(const QList<api::Survey> &surveys);

Q_SIGNALS:
    void surveyRequested(const api::SurveyId &survey); ///< of the session that is open

private:
    void tell(ui::NotificationKind kind, const QString &title, const QString &text,
              const QList<api::SurveyId> &surveys);
    void open(const QString &subject);

    Notifier &m_notifier;
    IsInFront m_isInFront;
    models::Session *m_session = nullptr;
};

} // namespace app
