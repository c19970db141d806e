// The one sender: signs, sends, retries, decodes and records every call of one connection.
#pragma once

#include "api/calls/request.h"
#include "api/http/callrecord.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace api {

/// Where and as whom to call. Key and client ID are secrets: this value is never logged or stored.
struct Endpoint
{
    QUrl baseUrl; ///< https, or http on a literal loopback address; the path ends with a slash
    QString clientId;
    QString key;
};

/// Times of reliability.md, "Transport rules" and "Retry matrix"; tests shorten them.
struct Policy
{
    std::chrono::milliseconds connect {10'000};
    std::chrono::milliseconds inactivity {30'000};
    std::chrono::milliseconds backoffBase {500};
    std::chrono::milliseconds backoffCap {20'000};
    std::chrono::milliseconds retryAfterCap {60'000};
    double deadlineScale = 1.0; ///< multiplies WireRequest::deadline
    int tries = 3;
    qint64 responseCap = 64 * 1024 * 1024; ///< bytes of one answer
};

/// Stops calls that were given it. Copies share one state.
class Cancellation
{
public:
    Cancellation();
    void cancel();
    bool isCancelled() const;
    /// Calls `stop` once when cancelled, at once when it already is; not after `context` is gone.
    void onCancel(QObject *context, std::function<void()> stop) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// One connection's calls. Lives as long as anything awaits it. One thread: that of its creation.
class Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(Endpoint endpoint, Policy policy = {}, QObject *parent = nullptr);
    ~Client() override;

    /// Sends, and answers with what the contract calls success or with the error. Retries as the
    /// request's class allows; never repeats an adding or paying call that may have arrived.
    template <class T>
    Task<T> send(Request<T> request, Cancellation cancellation = {})
    {
        const auto decode = request.decode;
        WireRequest wire = std::move(request);
        Result<Answer> answer = co_await exchange(std::move(wire), std::move(cancellation));
        if (!answer)
            co_return tl::unexpected(answer.error());
        co_return decode(*answer);
    }

    int running() const;
    /// Ends every call with ErrorKind::Cancelled; nothing can be sent any more.
    void shutDown();

Q_SIGNALS:
    void runningChanged(int running);
    void recorded(const api::CallRecord &record);

private:
    Task<Answer> exchange(WireRequest request, Cancellation cancellation);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace api
