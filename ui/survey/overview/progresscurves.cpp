#include "ui/survey/overview/progresscurves.h"

#include "models/support/dates.h"
#include "models/support/figures.h"
#include "models/surveys/fieldfigures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

using Figure = api::SurveyFigure;

constexpr qsizetype mostPoints = 800;
constexpr double headroom = 1.12; ///< above the highest line

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProgressChart)
};

QPointF point(const QDateTime &at, double completes)
{
    return {double(at.toMSecsSinceEpoch()), completes};
}

QString moment(const QDateTime &at)
{
    return models::momentText(at);
}

QList<QPointF> seen(const models::History &history, const QDateTime &now)
{
    QList<QPointF> points;
    const qsizetype step = std::max<qsizetype>(1, history.size() / mostPoints + 1);
    for (qsizetype i = 0; i < history.size(); i += step)
        points.append(point(history[i].at, history[i].complete));
    if (!history.isEmpty()) {
        points.append(point(history.last().at, history.last().complete));
        points.append(point(std::max(now, history.last().at), history.last().complete));
    }
    return points;
}

void addForecast(ProgressCurves &curves, int complete, const QDateTime &now)
{
    const models::Rate &rate = curves.expected->rate;
    const double hours = double(now.msecsTo(curves.to)) / 3'600'000;
    const auto line = [&](double perHour) {
        return QList<QPointF> {point(now, complete),
                               point(curves.to, complete + std::max(0.0, perHour) * hours)};
    };
    curves.forecast = line(rate.perHour);
    curves.upper = line(rate.perHour + rate.band);
    curves.lower = line(rate.perHour - rate.band);
}

} // namespace

ProgressCurves progressCurves(const models::History &history, const api::Survey &survey,
                              const QDateTime &now, const QDateTime &begun)
{
    ProgressCurves curves;
    const models::FieldTime field = models::fieldTime(survey, begun);
    const int needed = survey.completeNeeded;
    curves.completes = seen(history, now);
    curves.from = field.isValid() ? field.start : now;
    if (!history.isEmpty())
        curves.from = std::min(curves.from, history.first().at);
    curves.to = field.isValid() ? std::max(field.end, now) : now.addDays(1);
    const bool knowsGoal = survey.knows(Figure::CompleteNeeded);
    if (survey.status == api::SurveyStatus::Active && knowsGoal && survey.knows(Figure::Complete))
        curves.expected = models::forecast(history, needed, now);
    const qint64 span = curves.from.msecsTo(curves.to);
    if (curves.expected) // a late end is shown, but not at the cost of all the rest
        curves.to = std::max(
            curves.to, std::min(curves.expected->end, now.addMSecs(std::max<qint64>(span, 1))));
    if (knowsGoal)
        curves.goal = {point(curves.from, needed), point(curves.to, needed)};
    if (knowsGoal && field.isValid())
        curves.even = {point(field.start, 0), point(field.end, needed)};
    int highest = std::max(1, needed);
    for (const models::Snapshot &one : history)
        highest = std::max(highest, one.complete);
    curves.top = highest * headroom;
    if (curves.expected)
        addForecast(curves, history.last().complete, now);
    return curves;
}

QString forecastText(const ProgressCurves &curves, const api::Survey &survey)
{
    if (!survey.knows(Figure::Complete | Figure::CompleteNeeded))
        return Words::tr("No forecast: the service gives no figures that can be read.");
    if (survey.progress.complete >= survey.completeNeeded)
        return Words::tr("The goal of %1 is reached.")
            .arg(models::countText(survey.completeNeeded));
    if (survey.status != api::SurveyStatus::Active)
        return Words::tr("No forecast: the survey isn’t active.");
    if (!curves.expected)
        return Words::tr("Forecast appears after 5 new completes and 1 hour of data.");
    const models::Forecast &expected = *curves.expected;
    const QString rate = Words::tr("%1 completes an hour over the last %2 hours")
                             .arg(QLocale().toString(expected.rate.perHour, 'f', 1),
                                  QLocale().toString(expected.rate.hours, 'f', 0));
    const QString needed = models::countText(survey.completeNeeded);
    if (!expected.latest.isValid())
        return Words::tr("Forecast: %1 on %2, at the earliest %3 (%4).")
            .arg(needed, moment(expected.end), moment(expected.earliest), rate);
    return Words::tr("Forecast: %1 on %2, between %3 and %4 (%5).")
        .arg(needed, moment(expected.end), moment(expected.earliest), moment(expected.latest),
             rate);
}

QString chartText(const ProgressCurves &curves, const models::History &history,
                  const api::Survey &survey)
{
    if (history.isEmpty())
        return {};
    return Words::tr("Completes rose from %1 on %2 to %3 on %4; the goal is %5.")
               .arg(models::countText(history.first().complete), moment(history.first().at),
                    models::countText(history.last().complete), moment(history.last().at),
                    survey.knows(Figure::CompleteNeeded) ? models::countText(survey.completeNeeded)
                                                         : QStringLiteral("—"))
        + u' ' + forecastText(curves, survey);
}

} // namespace ui
