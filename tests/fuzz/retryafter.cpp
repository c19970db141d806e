// Any bytes as Retry-After and Date: a wait is never negative and never over a day.
#include "api/http/retry.h"

#include <QTimeZone>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using namespace std::chrono_literals;
    const QByteArray header(reinterpret_cast<const char *>(data), qsizetype(size));
    const QDateTime now(QDate(2026, 11, 29), QTime(12, 0), QTimeZone::utc());
    const auto wait = api::readRetryAfter(header, now);
    if (wait && (*wait < 0s || *wait > 24h))
        std::abort();
    api::readClockSkew(header, now);
    return 0;
}
