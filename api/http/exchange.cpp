#include "api/http/exchange.h"

#include "api/http/retry.h"
#include "api/http/tls.h"
#include "api/http/uploaddevice.h"

#include <QNetworkAccessManager>

namespace api {

namespace {

/// Our own words: the library's text holds the whole URL, and with it the hash (measured fact 3).
QString reasonOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return QStringLiteral("connection refused");
    case QNetworkReply::RemoteHostClosedError:
        return QStringLiteral("the service closed the connection");
    case QNetworkReply::HostNotFoundError:
        return QStringLiteral("host not found");
    case QNetworkReply::ContentReSendError:
        return QStringLiteral("the connection broke after the request was sent");
    case QNetworkReply::UnknownContentError:
        return QStringLiteral("the answer could not be unpacked");
    default:
        return error >= QNetworkReply::ProxyConnectionRefusedError
                && error <= QNetworkReply::UnknownProxyError
            ? QStringLiteral("the proxy failed")
            : QStringLiteral("the network failed");
    }
}

/// Whether Qt's error only repeats the HTTP status of an answer that arrived whole.
bool isOnlyStatus(QNetworkReply::NetworkError error, int httpStatus)
{
    const bool isContent = error > QNetworkReply::UnknownProxyError;
    return httpStatus >= 400 && isContent && error != QNetworkReply::ContentReSendError;
}

/// Without a connection nothing has left.
bool hasNoConnection(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError
        || error == QNetworkReply::HostNotFoundError
        || error == QNetworkReply::SslHandshakeFailedError
        || (error >= QNetworkReply::ProxyConnectionRefusedError
            && error <= QNetworkReply::UnknownProxyError);
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &network, Outgoing outgoing, const Policy &policy,
                   QObject *parent)
    : QObject(parent)
    , m_endpoint(outgoing.endpoint)
    , m_host(outgoing.request.url().host())
    , m_cap(policy.responseCap)
    , m_thinkingTime(std::max(policy.inactivity, outgoing.thinkingTime))
    , m_inactivityTime(policy.inactivity)
{
    constexpr qint64 mostWaiting = 1024 * 1024; // bytes that the library may hold beside ours
    result = tl::unexpected(error(ErrorKind::Cancelled, {}));
    const qint64 size = outgoing.body.size();
    m_isUploading = size > 0;
    QIODevice *upload = nullptr;
    if (size > 0 || outgoing.isOnce) { // what has no body, the library would send again by itself
        outgoing.request.setHeader(QNetworkRequest::ContentLengthHeader, size);
        if (size > 0)
            outgoing.request.setHeader(QNetworkRequest::ContentTypeHeader,
                                       QByteArrayLiteral("application/json"));
        outgoing.request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        upload = new UploadDevice(std::move(outgoing.body), this);
    }
    m_reply = network.sendCustomRequest(outgoing.request, outgoing.verb, upload);
    m_reply->setParent(this);
    m_reply->setReadBufferSize(mostWaiting);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors += errors; });
    connect(m_reply, &QNetworkReply::requestSent, this, &Exchange::noteSent);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &Exchange::noteProgress);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::collect);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
    const std::chrono::milliseconds sendingTime(1000 * size
                                                / std::max<qint64>(1, policy.slowestUpload));
    watch(policy, outgoing.deadline + sendingTime);
    if (upload && size == 0) // the library doesn't say when such a request leaves
        noteSent();
}

void Exchange::watch(const Policy &policy, std::chrono::milliseconds deadline)
{
    const std::pair<QTimer *, std::chrono::milliseconds> clocks[] {
        {&m_connect, policy.connect},
        {&m_inactivity, m_isUploading ? policy.inactivity : m_thinkingTime},
        {&m_deadline, deadline},
    };
    for (const auto &[timer, time] : clocks) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { stop(Stop::Timeout); });
        timer->start(time);
    }
}

void Exchange::cancel()
{
    stop(Stop::Cancelled);
}

void Exchange::stop(Stop why)
{
    if (m_done.isOpen() || m_stop != Stop::None)
        return;
    m_stop = why;
    m_reply->abort(); // ends in finish()
}

void Exchange::noteSent()
{
    m_wasSent = true;
    m_connect.stop();
    m_inactivity.start();
}

/// Once all has left, the service may take its time over it.
void Exchange::noteProgress(qint64 sent, qint64 total)
{
    if (sent <= 0)
        return;
    if (sent == total)
        m_inactivity.setInterval(m_thinkingTime);
    noteSent();
}

void Exchange::collect()
{
    m_inactivity.setInterval(m_inactivityTime);
    noteSent();
    m_received += m_reply->readAll();
    if (m_received.size() > m_cap)
        stop(Stop::TooLarge);
}

void Exchange::finish()
{
    m_connect.stop();
    m_inactivity.stop();
    m_deadline.stop();
    result = verdict();
    m_received.clear();
    m_done.open();
}

ApiError Exchange::error(ErrorKind kind, const QString &detail) const
{
    ApiError error;
    error.kind = kind;
    error.delivery = m_wasSent ? Delivery::Ambiguous : Delivery::NotSent;
    error.endpoint = m_endpoint;
    error.host = m_host;
    error.detail = detail;
    return error;
}

ApiError Exchange::tlsError() const
{
    ApiError failure = error(ErrorKind::Tls, m_host + QStringLiteral(": ") + reasonOf(m_tlsErrors));
    failure.tls = problemOf(m_tlsErrors);
    return failure;
}

ApiError Exchange::redirect(int httpStatus) const
{
    const QUrl target = m_reply->header(QNetworkRequest::LocationHeader).toUrl();
    ApiError failure = error(ErrorKind::Malformed, {});
    failure.httpStatus = httpStatus;
    failure.redirectedTo = target.host().isEmpty() ? m_host : target.host();
    return failure;
}

Result<Answer> Exchange::verdict()
{
    switch (m_stop) {
    case Stop::Cancelled:
        return tl::unexpected(error(ErrorKind::Cancelled, {}));
    case Stop::Timeout:
        return tl::unexpected(error(ErrorKind::Timeout, m_host));
    case Stop::TooLarge:
        return tl::unexpected(
            error(ErrorKind::Malformed, QStringLiteral("the answer is too large")));
    case Stop::None:
        break;
    }
    const QNetworkReply::NetworkError failure = m_reply->error();
    m_wasSent = m_wasSent && !hasNoConnection(failure);
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (failure == QNetworkReply::SslHandshakeFailedError)
        return tl::unexpected(tlsError());
    if (status >= 300 && status < 400)
        return tl::unexpected(redirect(status));
    if (failure != QNetworkReply::NoError && !isOnlyStatus(failure, status))
        return tl::unexpected(
            error(ErrorKind::Network, m_host + QStringLiteral(": ") + reasonOf(failure)));
    m_received += m_reply->readAll();
    Answer answer {status, m_received, m_endpoint};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    answer.retryAfter = readRetryAfter(m_reply->rawHeader("Retry-After"), now);
    clockSkew = readClockSkew(m_reply->rawHeader("Date"), now);
    return answer;
}

} // namespace api
