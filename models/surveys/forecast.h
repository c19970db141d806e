// When a survey will reach its goal, from what was seen of it: a rate, its band, and the end.
#pragma once

#include "models/surveys/snapshot.h"

#include <chrono>

namespace models {

/// Completes in time: r over a window of Δt, and the band of a Poisson count, ±1.96·√(r·Δt)/Δt.
struct Rate
{
    int completes = 0; ///< in the window
    double hours = 0; ///< Δt: the window, or less when the history is younger
    double perHour = 0;
    double band = 0; ///< per hour, to either side
    bool operator==(const Rate &) const = default;
};

/// What came in the last `window` before `now`; between two snapshots completes count as having
/// come evenly. Nothing before 5 completes or 1 hour.
std::optional<Rate> rateOver(const History &history, const QDateTime &now,
                             std::chrono::hours window);

struct Forecast
{
    Rate rate;
    QDateTime end;
    QDateTime earliest;
    QDateTime latest; ///< invalid: the band allows that the goal is never reached
    bool operator==(const Forecast &) const = default;
};

/// end = now + remaining / r. Of 24 hours, else 3 days, else 7 days: the shortest window that tells
/// something. Nothing when the goal is reached, or before 5 completes or 1 hour.
std::optional<Forecast> forecast(const History &history, int needed, const QDateTime &now);

} // namespace models
