// The times and limits of one client.
#pragma once

#include <QtGlobal>

#include <chrono>

namespace api {

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

} // namespace api
