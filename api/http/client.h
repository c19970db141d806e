// The one sender: signs, sends, retries, decodes and records every call of one connection.
#pragma once

#include "api/http/callrecord.h"
#include "api/http/cancellation.h"
#include "api/http/policy.h"
#include "api/http/worker.h"

#include <QUrl>

namespace api {

/// Where and as whom to call. Key and client ID are secrets: this value is never logged or stored.
struct Endpoint
{
    QUrl baseUrl; ///< https, or http on a literal loopback address; the path ends with a slash
    QString clientId;
    QString key;
};

/// One connection's calls. Lives as long as anything awaits it. One thread: that of its creation.
class Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(Endpoint endpoint, Policy policy = {}, QObject *parent = nullptr);
    ~Client() override;

    /// Sends, and answers with what the contract calls success or with the error. Retries as the
    /// request's class allows; never repeats an adding or paying call that may have arrived. Large
    /// answers are decoded in a worker thread.
    template <class T>
    Task<T> send(Request<T> request, Cancellation cancellation = {})
    {
        const auto decode = request.decode;
        const bool isRead = request.repeat == Repeat::Read;
        const std::shared_ptr<CallRecord> record = begin(request);
        WireRequest wire = std::move(request);
        Result<Answer> answer = co_await exchange(std::move(wire), std::move(cancellation), record);
        Result<T> result = tl::unexpected(answer ? ApiError {} : answer.error());
        if (answer && answer->body.size() <= largestInline) {
            result = decode(*answer);
        } else if (answer) {
            QFuture<Result<T>> future = decodeInWorker(decode, std::move(*answer));
            result = co_await future;
        }
        if (!result) {
            result = tl::unexpected(cleaned(result.error()));
            result.error().isRead = isRead;
        }
        end(*record, result ? nullptr : &result.error());
        co_return result;
    }

    /// Where and as whom it calls from now on: the same service at another address. Calls that run
    /// end at the former one.
    void moveTo(const Endpoint &endpoint);

    int running() const;
    /// By how much the server was ahead of this computer when an answer's `Date` header last told
    /// the time; 0 before.
    std::chrono::seconds clockSkew() const;
    /// Ends every call with ErrorKind::Cancelled; nothing can be sent any more.
    void shutDown();

Q_SIGNALS:
    void runningChanged(int running);
    void recorded(const api::CallRecord &record);
    void connectionFailed(const api::ApiError &error, const api::SurveyId &survey); ///< if of one

private:
    static constexpr qsizetype largestInline = 256 * 1024; ///< bytes decoded in the caller's thread

    std::shared_ptr<CallRecord> begin(const WireRequest &request);
    void end(CallRecord &record, const ApiError *error);
    ApiError cleaned(const ApiError &error) const;
    Task<Answer> exchange(WireRequest request, Cancellation cancellation,
                          std::shared_ptr<CallRecord> record);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace api
