#include "api/http/retry.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace api {

namespace {

constexpr std::chrono::seconds longestWait = std::chrono::hours(24);

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
    constexpr qint64 firstMoment = 1'000'000'000; // so many seconds are a time since 1970
    const QByteArray text = header.trimmed();
    const bool isNumber =
        !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    qint64 seconds = 0;
    if (isNumber) {
        bool fits = false;
        seconds = text.toLongLong(&fits);
        if (!fits)
            return longestWait;
        if (seconds >= firstMoment)
            seconds -= now.toSecsSinceEpoch();
    } else {
        const QDateTime date = httpDate(QString::fromLatin1(text));
        if (!date.isValid())
            return std::nullopt;
        seconds = now.secsTo(date);
    }
    if (seconds < 0)
        return std::nullopt;
    return std::min(std::chrono::seconds(seconds), longestWait);
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
        return repeat == Repeat::Read || repeat == Repeat::SetState;
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
