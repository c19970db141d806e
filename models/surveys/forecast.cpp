#include "models/surveys/forecast.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

using namespace std::chrono_literals;

constexpr int fewestCompletes = 5;
constexpr qint64 shortest = 3'600; ///< seconds
constexpr double z = 1.96; ///< 95 % of a normal distribution lie within
constexpr double longest = 24 * 365 * 100; ///< hours; further ends are no forecast

double completesAt(const History &history, qint64 at)
{
    const auto after = std::ranges::find_if(
        history, [at](const Snapshot &snapshot) { return snapshot.at.toSecsSinceEpoch() > at; });
    if (after == history.begin())
        return after->complete;
    const Snapshot &before = *std::prev(after);
    if (after == history.end())
        return before.complete;
    const double share =
        double(at - before.at.toSecsSinceEpoch()) / double(before.at.secsTo(after->at));
    return before.complete + share * (after->complete - before.complete);
}

/// Invalid when it would be reached never, or in more than a hundred years.
QDateTime endAt(const QDateTime &now, int remaining, double perHour)
{
    const double hours = perHour > 0 ? remaining / perHour : longest + 1;
    return hours > longest ? QDateTime() : now.addSecs(std::llround(hours * 3'600));
}

} // namespace

std::optional<Rate> rateOver(const History &history, const QDateTime &now,
                             std::chrono::hours window)
{
    if (history.isEmpty())
        return std::nullopt;
    const qint64 until = now.toSecsSinceEpoch();
    const qint64 from = std::max(until - std::chrono::seconds(window).count(),
                                 history.first().at.toSecsSinceEpoch());
    if (until - from < shortest)
        return std::nullopt;
    const double came = history.last().complete - completesAt(history, from);
    if (came < fewestCompletes)
        return std::nullopt;
    const double hours = double(until - from) / 3'600;
    return Rate {.completes = int(std::lround(came)),
                 .hours = hours,
                 .perHour = came / hours,
                 .band = z * std::sqrt(came) / hours};
}

std::optional<Forecast> forecast(const History &history, int needed, const QDateTime &now)
{
    const int remaining = history.isEmpty() ? 0 : needed - history.last().complete;
    if (remaining <= 0)
        return std::nullopt;
    for (const std::chrono::hours window : {24h, 72h, 168h}) {
        const std::optional<Rate> rate = rateOver(history, now, window);
        if (!rate)
            continue;
        const QDateTime end = endAt(now, remaining, rate->perHour);
        if (!end.isValid())
            return std::nullopt;
        return Forecast {.rate = *rate,
                         .end = end,
                         .earliest = endAt(now, remaining, rate->perHour + rate->band),
                         .latest = endAt(now, remaining, rate->perHour - rate->band)};
    }
    return std::nullopt;
}

} // namespace models
