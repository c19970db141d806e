// Asking again and again, with growing pauses, until an answer is settled.
#pragma once

#include "api/http/client.h"
#include "api/http/pause.h"

#include <algorithm>
#include <functional>

namespace api::flows {

/// Each pause is `growth` times the one before, up to `longest`.
struct Pauses
{
    std::chrono::milliseconds first {5'000};
    std::chrono::milliseconds longest {300'000};
    double growth = 1.6;
    bool operator==(const Pauses &) const = default;
};

/// Sends `request` until `isSettled` holds for its answer, and answers that one. `onAnswer` may be
/// empty; it sees each answer that isn't settled. An error ends it. For calls that only read.
template <class T>
Task<T> poll(Client &client, Request<T> request, bool (*isSettled)(const T &),
             std::function<void(T)> onAnswer = {}, Cancellation cancellation = {},
             Pauses pauses = {})
{
    std::chrono::milliseconds wait = pauses.first;
    const QList<Cancellation> enders(1, cancellation);
    for (;;) {
        const auto answer = co_await client.send(request, cancellation);
        if (!answer || isSettled(*answer))
            co_return answer;
        if (onAnswer)
            onAnswer(*answer);
        co_await pause(wait, enders);
        if (cancellation.isCancelled()) {
            ApiError error;
            error.kind = ErrorKind::Cancelled;
            error.delivery = Delivery::Answered;
            error.endpoint = QString::fromUtf8(request.endpoint);
            co_return tl::unexpected(error);
        }
        const std::chrono::milliseconds longer {qint64(double(wait.count()) * pauses.growth)};
        wait = std::min(longer, pauses.longest);
    }
}

} // namespace api::flows
