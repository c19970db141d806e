#include "models/surveys/fieldfigures.h"

#include <algorithm>
#include <cmath>

namespace models {

double FieldTime::elapsed(const QDateTime &now) const
{
    if (!isValid())
        return 0;
    return std::clamp(double(start.msecsTo(now)) / double(start.msecsTo(end)), 0.0, 1.0);
}

FieldTime fieldTime(const api::Survey &survey)
{
    if (!survey.start.isValid() || !survey.end.isValid())
        return {};
    return {survey.start.startOfDay(), survey.end.addDays(1).startOfDay()};
}

int goalLine(const api::Survey &survey, const QDateTime &now)
{
    return int(std::lround(survey.completeNeeded * fieldTime(survey).elapsed(now)));
}

std::optional<double> conversion(const api::Progress &progress)
{
    if (progress.surveyEntrant <= 0)
        return std::nullopt;
    return double(progress.complete) / progress.surveyEntrant;
}

std::optional<api::Money> epc(const api::Survey &survey)
{
    const qint64 entrants = survey.progress.surveyEntrant;
    if (entrants <= 0)
        return std::nullopt;
    const qint64 earned = (survey.cpi * survey.progress.complete).hundredths;
    return api::Money {(2 * earned + entrants) / (2 * entrants)};
}

Exposure exposure(const api::Survey &survey)
{
    const qint64 complete = survey.progress.complete;
    const qint64 entrants = survey.progress.surveyEntrant;
    const qint64 running = std::max<qint64>(0, entrants - complete);
    const qint64 open = complete - survey.completeNeeded;
    // In whole numbers over the entrants, so that a count isn't rounded up for a float's sake.
    const qint64 over = entrants > 0 ? open * entrants + running * complete : open;
    const qint64 per = std::max<qint64>(1, entrants);
    const int overage = int(over > 0 ? (over + per - 1) / per : 0);
    return {int(running), overage, survey.cpi * overage};
}

QList<LedgerRow> ledger(const History &history)
{
    QList<LedgerRow> rows;
    int counted = 0;
    for (const Snapshot &snapshot : history) {
        if (rows.isEmpty())
            rows.append({snapshot.at, snapshot.at, snapshot.cpi, 0, {}});
        rows.last().completes += snapshot.complete - counted;
        rows.last().to = snapshot.at;
        counted = snapshot.complete;
        if (rows.last().cpi != snapshot.cpi)
            rows.append({snapshot.at, snapshot.at, snapshot.cpi, 0, {}});
    }
    for (LedgerRow &row : rows)
        row.money = row.cpi * row.completes;
    return rows;
}

api::Money spend(const QList<LedgerRow> &ledger, const api::Survey &survey)
{
    if (ledger.isEmpty())
        return survey.cpi * survey.progress.complete;
    api::Money sum;
    for (const LedgerRow &row : ledger)
        sum = sum + row.money;
    return sum;
}

api::Money budgetAt(api::Money cpi, api::Money spent, const api::Survey &survey)
{
    return spent + cpi * std::max(0, survey.completeNeeded - survey.progress.complete);
}

} // namespace models
