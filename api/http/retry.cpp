#include "api/http/retry.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace api {

namespace {

/// The one form of RFC 9110 that is not obsolete.
QDateTime httpDate(const QString &text)
{
    QDateTime date =
        QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeZone(QTimeZone::utc());
    return date;
}

} // namespace

std::optional<std::chrono::seconds> readRetryAfter(const QByteArray &header, const QDateTime &now)
{
    const QString text = QString::fromLatin1(header.trimmed());
    bool isNumber = false;
    const qlonglong seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    const QDateTime date = httpDate(text);
    if (!date.isValid() || date < now)
        return std::nullopt;
    return std::chrono::seconds(now.secsTo(date));
}

std::optional<std::chrono::seconds> readClockSkew(const QByteArray &header, const QDateTime &now)
{
    const QDateTime date = httpDate(QString::fromLatin1(header.trimmed()));
    if (!date.isValid())
        return std::nullopt;
    return std::chrono::seconds(now.secsTo(date));
}

bool mayRepeat(Repeat repeat, ErrorKind kind, Delivery delivery)
{
    if (kind == ErrorKind::RateLimited)
        return true;
    const bool isPassing =
        kind == ErrorKind::Network || kind == ErrorKind::Timeout || kind == ErrorKind::ServerError;
    if (!isPassing)
        return false;
    return repeat == Repeat::Read || delivery == Delivery::NotSent;
}

std::chrono::milliseconds backoff(const Policy &policy, int failures, double share)
{
    const double doubled = double(policy.backoffBase.count()) * std::pow(2.0, failures - 1);
    const double most = std::min(doubled, double(policy.backoffCap.count()));
    return std::chrono::milliseconds(qint64(most * std::clamp(share, 0.0, 1.0)));
}

} // namespace api
