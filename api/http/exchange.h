// One request on its way: sent once, watched by our own clocks, ended with an answer or a reason.
#pragma once

#include "api/calls/request.h"
#include "api/http/gate.h"
#include "api/http/policy.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

class QNetworkAccessManager;

namespace api {

/// What goes out in one try.
struct Outgoing
{
    QNetworkRequest request;
    QByteArray verb;
    QByteArray body;
    QString endpoint;
    std::chrono::milliseconds deadline;
    std::chrono::milliseconds thinkingTime; ///< 0: Policy::inactivity
    bool isOnce = true; ///< it must not reach the service twice
};

/// `done` opens when it has ended; then `result` holds. Partial bytes are never an answer.
class Exchange : public QObject
{
    Q_OBJECT

public:
    Exchange(QNetworkAccessManager &network, Outgoing outgoing, const Policy &policy,
             QObject *parent);

    void cancel();
    Gate &done() { return m_done; }
    Result<Answer> result;
    std::optional<std::chrono::seconds> clockSkew; ///< of an answer that told the time

private:
    enum class Stop { None, Cancelled, Timeout, TooLarge };
    void watch(const Policy &policy, std::chrono::milliseconds deadline);
    void stop(Stop why);
    void noteSent();
    void noteProgress(qint64 sent, qint64 total);
    void collect();
    void finish();
    Result<Answer> verdict();
    ApiError error(ErrorKind kind, const QString &detail) const;
    ApiError tlsError() const;
    ApiError redirect(int httpStatus) const;

    QNetworkReply *m_reply = nullptr;
    QString m_endpoint;
    QString m_host;
    QByteArray m_received;
    QList<QSslError> m_tlsErrors;
    qint64 m_cap = 0;
    std::chrono::milliseconds m_thinkingTime {0};
    std::chrono::milliseconds m_inactivityTime {0};
    QTimer m_connect;
    QTimer m_inactivity;
    QTimer m_deadline;
    bool m_isUploading = false; ///< there is a body
    bool m_wasSent = false;
    Stop m_stop = Stop::None;
    Gate m_done;
};

} // namespace api
