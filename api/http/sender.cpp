#include "api/http/sender.h"

#include "api/calls/auth.h"
#include "api/codec/verdict.h"
#include "api/http/address.h"
#include "api/http/pause.h"
#include "api/http/retry.h"

#include <QCoroSignal>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QScopeGuard>

namespace api {

namespace {

constexpr double fullBudget = 30;

const QByteArray verbs[] = {"GET", "POST", "PATCH", "PUT", "DELETE"};

struct Setback
{
    ErrorKind kind = ErrorKind::Network;
    Delivery delivery = Delivery::Answered;
    std::optional<std::chrono::seconds> retryAfter;
};

/// What a try met that may pass, if anything.
std::optional<Setback> setbackOf(const Result<Answer> &result)
{
    if (!result)
        return Setback {result.error().kind, result.error().delivery, {}};
    if (result->httpStatus == 429)
        return Setback {ErrorKind::RateLimited, Delivery::Answered, result->retryAfter};
    if (result->httpStatus >= 500)
        return Setback {ErrorKind::ServerError, Delivery::Ambiguous, result->retryAfter};
    return std::nullopt;
}

} // namespace

Sender::Sender(Endpoint endpoint, Policy policy, QObject *parent)
    : QObject(parent)
    , redactor(endpoint.key, endpoint.clientId)
    , m_policy(policy)
    , m_queue(policy.callsAtOnce)
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_retryBudget(fullBudget)
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    moveTo(endpoint);
}

Sender::~Sender() = default;

void Sender::moveTo(const Endpoint &endpoint)
{
    m_endpoint = endpoint;
    redactor.learn(endpoint.key);
    redactor.learn(endpoint.clientId);
    if (!m_endpoint.baseUrl.path().endsWith(u'/'))
        m_endpoint.baseUrl.setPath(m_endpoint.baseUrl.path() + u'/');
    m_network->setProxy(isLoopback(m_endpoint.baseUrl.host()) ? QNetworkProxy::NoProxy
                                                              : QNetworkProxy::DefaultProxy);
    m_hashes.clear();
}

void Sender::shutDown()
{
    m_closing.cancel();
}

QUrl Sender::urlOf(const QByteArray &endpoint) const
{
    QUrl url = m_endpoint.baseUrl;
    url.setPath(url.path() + QString::fromLatin1(endpoint));
    return url;
}

Outgoing Sender::outgoing(const WireRequest &request, const QByteArray &hash) const
{
    QUrl url = urlOf(request.endpoint);
    QUrlQuery query = request.query;
    if (!hash.isEmpty())
        query.addQueryItem(QStringLiteral("hash"), QString::fromLatin1(hash));
    url.setQuery(query);
    QNetworkRequest out(url);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setRawHeader("Accept", "application/json");
    out.setRawHeader("User-Agent", "AlignDesk/" ALIGNDESK_VERSION);
    if (request.isSigned)
        out.setRawHeader("X-Client-Id", m_endpoint.clientId.toUtf8());
    for (const Header &header : request.headers)
        out.setRawHeader(header.name, header.value);
    const auto scaled = [this](std::chrono::milliseconds time) {
        return std::chrono::milliseconds(qint64(double(time.count()) * m_policy.deadlineScale));
    };
    return {out,
            verbs[int(request.verb)],
            request.body,
            QString::fromLatin1(request.endpoint),
            scaled(request.deadline),
            scaled(request.thinkingTime),
            request.repeat != Repeat::Read};
}

ApiError Sender::cancelled(const WireRequest &request) const
{
    ApiError error;
    error.kind = ErrorKind::Cancelled;
    error.delivery = Delivery::NotSent;
    error.endpoint = QString::fromLatin1(request.endpoint);
    return error;
}

Task<Answer> Sender::once(WireRequest request, QByteArray hash, Cancellation cancellation)
{
    const QList<Cancellation> enders {cancellation, m_closing};
    const bool mayGo = co_await m_queue.enter(enders);
    if (!mayGo)
        co_return tl::unexpected(cancelled(request));
    const auto leave = qScopeGuard([this] { m_queue.leave(); });
    Outgoing out = outgoing(request, hash);
    auto *exchange = new Exchange(*m_network, std::move(out), m_policy, this);
    const auto stop = [exchange] { exchange->cancel(); };
    cancellation.onCancel(exchange, stop);
    m_closing.onCancel(exchange, stop);
    Gate *done = &exchange->done();
    if (!done->isOpen())
        co_await qCoro(done, &Gate::opened);
    Result<Answer> result = std::move(exchange->result);
    m_clockSkew = exchange->clockSkew.value_or(m_clockSkew);
    exchange->deleteLater(); // it may be in the middle of the signal that woke us
    co_return result;
}

Task<Answer> Sender::attempts(WireRequest request, QByteArray hash, Cancellation cancellation,
                              std::shared_ptr<int> tries)
{
    for (int failures = 1;; ++failures) {
        Result<Answer> result = co_await once(request, hash, cancellation);
        ++*tries;
        const std::optional<Setback> setback = setbackOf(result);
        if (!setback) {
            m_retryBudget = qMin(fullBudget, m_retryBudget + 0.5);
            co_return result;
        }
        const bool isLast = failures >= m_policy.tries || m_retryBudget < 1
            || !mayRepeat(request.repeat, setback->kind, setback->delivery);
        std::chrono::milliseconds wait =
            backoff(m_policy, failures, QRandomGenerator::global()->generateDouble());
        if (setback->retryAfter)
            wait = *setback->retryAfter;
        if (isLast || wait > m_policy.retryAfterCap)
            co_return result;
        m_retryBudget -= 1;
        const QList<Cancellation> enders {cancellation, m_closing};
        co_await pause(wait, enders);
    }
}

QCoro::Task<> Sender::fetchHash(QByteArray endpoint, std::shared_ptr<HashFlight> flight)
{
    const Request<QString> request = calls::getHash(urlOf(endpoint), m_endpoint.key);
    const Cancellation never;
    const auto tries = std::make_shared<int>(0);
    const QByteArray unsignedCall;
    Result<Answer> answer = co_await attempts(request, unsignedCall, never, tries);
    flight->hash = answer ? request.decode(*answer) : tl::unexpected(answer.error());
    if (flight->hash) {
        redactor.learn(*flight->hash);
        m_hashes.insert(endpoint, *flight->hash);
    } else {
        ApiError &error = flight->hash.error();
        error.delivery = Delivery::NotSent; // the call itself never left
        if (error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Conflict)
            error.kind = ErrorKind::Unauthorized; // there is nothing but the key to refuse
    }
    m_flights.remove(endpoint);
    flight->done.open();
}

Task<QString> Sender::hashFor(QByteArray endpoint, Cancellation cancellation)
{
    const auto known = m_hashes.constFind(endpoint);
    if (known != m_hashes.cend())
        co_return *known;
    std::shared_ptr<HashFlight> flight = m_flights.value(endpoint);
    if (!flight) {
        flight = std::make_shared<HashFlight>();
        m_flights.insert(endpoint, flight);
        fetchHash(endpoint, flight);
    }
    Gate here;
    Gate *gate = &here;
    const auto open = [gate] { gate->open(); };
    connect(&flight->done, &Gate::opened, gate, open);
    cancellation.onCancel(gate, open);
    if (!flight->done.isOpen() && !here.isOpen())
        co_await qCoro(gate, &Gate::opened);
    if (!flight->done.isOpen()) {
        ApiError error;
        error.kind = ErrorKind::Cancelled;
        error.delivery = Delivery::NotSent;
        error.endpoint = QString::fromLatin1(endpoint);
        co_return tl::unexpected(error);
    }
    const Result<QString> hash = flight->hash; // a coroutine moves out of what it returns
    co_return hash;
}

Task<Answer> Sender::send(WireRequest request, Cancellation cancellation,
                          std::shared_ptr<int> tries)
{
    if (!isAllowedBaseUrl(m_endpoint.baseUrl)) {
        ApiError error = cancelled(request);
        error.kind = ErrorKind::Network;
        error.detail = QStringLiteral("the address must begin with https://");
        co_return tl::unexpected(error);
    }
    for (int round = 0;; ++round) {
        QByteArray hash;
        if (request.isSigned) {
            const Result<QString> signature = co_await hashFor(request.endpoint, cancellation);
            if (!signature)
                co_return tl::unexpected(signature.error());
            hash = signature->toLatin1();
        }
        Result<Answer> result = co_await attempts(request, hash, cancellation, tries);
        const bool isStale = result && request.isSigned && codec::isHashMismatch(*result);
        if (!isStale || round > 0)
            co_return result;
        if (m_hashes.value(request.endpoint).toLatin1() == hash)
            m_hashes.remove(request.endpoint); // another caller may have renewed it already
    }
}

} // namespace api
