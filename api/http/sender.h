// Sends signed requests of one connection, try by try; the Client adds decoding and records.
#pragma once

#include "api/http/callqueue.h"
#include "api/http/cancellation.h"
#include "api/http/client.h"
#include "api/http/exchange.h"
#include "api/http/redact.h"

#include <QHash>
#include <QNetworkAccessManager>

namespace api {

/// One fetch of a hash that every caller who needs it waits for.
struct HashFlight
{
    Gate done;
    Result<QString> hash = tl::unexpected(ApiError {});
};

/// Lives as long as its Client, and outlives every coroutine of it.
class Sender : public QObject
{
    Q_OBJECT

public:
    Sender(Endpoint endpoint, Policy policy, QObject *parent);
    ~Sender() override;

    std::chrono::seconds clockSkew() const { return m_clockSkew; }

    /// Signs and sends until there is an answer, a final error, or nothing more may be tried.
    /// `tries` counts what was sent.
    Task<Answer> send(WireRequest request, Cancellation cancellation, std::shared_ptr<int> tries);
    void shutDown();
    void moveTo(const Endpoint &endpoint); ///< hashes of the former address are forgotten

    Redactor redactor;

private:
    Task<Answer> attempts(WireRequest request, QByteArray hash, Cancellation cancellation,
                          std::shared_ptr<int> tries);
    Task<Answer> once(WireRequest request, QByteArray hash, Cancellation cancellation);
    Task<QString> hashFor(QByteArray endpoint, Cancellation cancellation);
    QCoro::Task<> fetchHash(QByteArray endpoint, std::shared_ptr<HashFlight> flight);
    QUrl urlOf(const QByteArray &endpoint) const;
    Outgoing outgoing(const WireRequest &request, const QByteArray &hash) const;
    ApiError cancelled(const WireRequest &request) const;

    Endpoint m_endpoint;
    Policy m_policy;
    std::chrono::seconds m_clockSkew {0};
    Cancellation m_closing;
    CallQueue m_queue;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QHash<QByteArray, QString> m_hashes;
    QHash<QByteArray, std::shared_ptr<HashFlight>> m_flights;
    double
        m_retryBudget; ///< a bucket that stops storms of repeats: a try costs 1, success gives back
};

} // namespace api
