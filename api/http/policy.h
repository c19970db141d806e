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
    double deadlineScale = 1.0; ///< multiplies WireRequest::deadline and thinkingTime
    int tries = 3;
    int callsAtOnce = 6; ///< as many connections as the network library opens to one host
    qint64 slowestUpload = 16 * 1024; ///< bytes a second; a deadline grows by the time for a body
    qint64 responseCap = 64 * 1024 * 1024; ///< bytes of one answer
};

} // namespace api
