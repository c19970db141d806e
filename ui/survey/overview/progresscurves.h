// The lines of "Completes over time" as points, and what they say in words.
#pragma once

#include "models/surveys/forecast.h"

#include <QPointF>

namespace ui {

/// x is milliseconds since 1970, y completes. A curve that can't be drawn is empty.
struct ProgressCurves
{
    QDateTime from;
    QDateTime to;
    double top = 0; ///< of the y axis
    QList<QPointF> completes;
    QList<QPointF> goal;
    QList<QPointF> even; ///< as many a day as the field time asks for
    QList<QPointF> forecast;
    QList<QPointF> upper; ///< of the forecast's band
    QList<QPointF> lower;
    std::optional<models::Forecast> expected;
};

/// `begun`: from when even pace is drawn, where the field began later than it should; invalid: from
/// the start day. At most 800 points of the history, so that drawing stays quick.
ProgressCurves progressCurves(const models::History &history, const api::Survey &survey,
                              const QDateTime &now, const QDateTime &begun = {});

/// "Forecast: 400 completes on 24 Jul 06:00, between … and …; 3.2 an hour over the last 24 hours."
/// or why there is none.
QString forecastText(const ProgressCurves &curves, const api::Survey &survey);

/// The chart for those who don't see it.
QString chartText(const ProgressCurves &curves, const models::History &history,
                  const api::Survey &survey);

} // namespace ui
