#include "api/http/client.h"

#include "api/http/sender.h"

#include <QElapsedTimer>

namespace api {

struct Client::Private
{
    Private(Endpoint endpoint, Policy policy)
        : sender(std::move(endpoint), policy, nullptr)
    {
    }
    Sender sender;
    int running = 0;
};

Client::Client(Endpoint endpoint, Policy policy, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(endpoint), policy))
{
}

Client::~Client() = default;

void Client::moveTo(const Endpoint &endpoint)
{
    d->sender.moveTo(endpoint);
}

int Client::running() const
{
    return d->running;
}

std::chrono::seconds Client::clockSkew() const
{
    return d->sender.clockSkew();
}

void Client::shutDown()
{
    d->sender.shutDown();
}

std::shared_ptr<CallRecord> Client::begin(const WireRequest &request)
{
    auto record = std::make_shared<CallRecord>();
    record->started = QDateTime::currentDateTimeUtc();
    record->verb = request.verb;
    record->endpoint = QString::fromLatin1(request.endpoint);
    record->query = d->sender.redactor.query(request);
    record->headers = d->sender.redactor.headers(request);
    record->survey = request.survey;
    record->requestBody = d->sender.redactor.requestBody(request);
    Q_EMIT runningChanged(++d->running);
    return record;
}

void Client::end(CallRecord &record, const ApiError *error)
{
    record.error = error ? std::optional(error->kind) : std::nullopt;
    if (error && isConnectionFault(*error))
        Q_EMIT connectionFailed(*error, record.survey);
    Q_EMIT recorded(record);
    Q_EMIT runningChanged(--d->running);
}

ApiError Client::cleaned(const ApiError &error) const
{
    return d->sender.redactor.clean(error);
}

Task<Answer> Client::exchange(WireRequest request, Cancellation cancellation,
                              std::shared_ptr<CallRecord> record)
{
    QElapsedTimer clock;
    clock.start();
    const auto tries = std::make_shared<int>(0);
    Result<Answer> result = co_await d->sender.send(request, std::move(cancellation), tries);
    record->duration = std::chrono::milliseconds(clock.elapsed());
    record->tries = *tries;
    if (result) {
        record->httpStatus = result->httpStatus;
        record->answerSize = result->body.size();
        record->answerBody = d->sender.redactor.answerBody(request, result->body);
    } else {
        record->httpStatus = result.error().httpStatus;
    }
    co_return result;
}

} // namespace api
