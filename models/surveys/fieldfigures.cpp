#include "models/surveys/fieldfigures.h"

#include <algorithm>
#include <cmath>

namespace models {

namespace {

using Figure = api::SurveyFigure;

bool hasMoney(const api::Survey &survey)
{
    return survey.knows(Figure::Cpi | Figure::Complete | Figure::CompleteNeeded);
}

} // namespace

double FieldTime::elapsed(const QDateTime &now) const
{
    if (!isValid())
        return 0;
    return std::clamp(double(start.msecsTo(now)) / double(start.msecsTo(end)), 0.0, 1.0);
}

FieldTime fieldTime(const api::Survey &survey, const QDateTime &begun)
{
    if (!survey.start.isValid() || !survey.end.isValid())
        return {};
    const FieldTime whole {survey.start.startOfDay(), survey.end.addDays(1).startOfDay()};
    const bool isLater = begun.isValid() && begun > whole.start && begun < whole.end;
    return {isLater ? begun.toLocalTime() : whole.start, whole.end};
}

int goalLine(const api::Survey &survey, const QDateTime &now, const QDateTime &begun)
{
    return int(std::lround(survey.completeNeeded * fieldTime(survey, begun).elapsed(now)));
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
    if (entrants <= 0 || !survey.knows(Figure::Cpi | Figure::Complete | Figure::SurveyEntrant))
        return std::nullopt;
    const qint64 earned = (survey.cpi * survey.progress.complete).hundredths;
    return api::Money {(2 * earned + entrants) / (2 * entrants)};
}

std::optional<Exposure> exposure(const api::Survey &survey)
{
    if (survey.status != api::SurveyStatus::Active
        || !survey.knows(Figure::Complete | Figure::SurveyEntrant | Figure::CompleteNeeded))
        return std::nullopt;
    constexpr double hundred = 100;
    const int complete = survey.progress.complete;
    const int entrants = survey.progress.surveyEntrant;
    // Without an IR all who entered may still be inside.
    const double qualifying =
        survey.knows(Figure::Ir) && survey.ir > 0 ? std::min(1.0, survey.ir / hundred) : 1;
    const int expected = int(std::ceil(entrants * qualifying));
    const int running = std::max(0, expected - complete);
    const int overage = std::max(0, complete + running - survey.completeNeeded);
    return Exposure {running, overage, survey.cpi * overage};
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

std::optional<api::Money> spend(const QList<LedgerRow> &ledger, const api::Survey &survey)
{
    if (!hasMoney(survey))
        return std::nullopt;
    if (ledger.isEmpty())
        return survey.cpi * survey.progress.complete;
    api::Money sum;
    for (const LedgerRow &row : ledger)
        sum = sum + row.money;
    return sum;
}

namespace {

/// The first `count` completes of the ledger, and what lacks at `cpi`.
api::Money costOfFirst(const QList<LedgerRow> &ledger, qint64 count, api::Money cpi)
{
    api::Money sum;
    for (const LedgerRow &row : ledger) {
        const qint64 here = std::min<qint64>(count, std::max(0, row.completes));
        sum = sum + row.cpi * here;
        count -= here;
    }
    return sum + cpi * count;
}

} // namespace

std::optional<api::Money> budgetAt(api::Money cpi, const QList<LedgerRow> &ledger,
                                   const api::Survey &survey)
{
    if (!hasMoney(survey))
        return std::nullopt;
    if (!ledger.isEmpty())
        return costOfFirst(ledger, survey.completeNeeded, cpi);
    const int there = std::min(survey.progress.complete, survey.completeNeeded);
    return survey.cpi * there + cpi * (survey.completeNeeded - there);
}

std::optional<api::Money> overrun(const QList<LedgerRow> &ledger, const api::Survey &survey)
{
    const auto spent = spend(ledger, survey);
    const auto budget = budgetAt(survey.cpi, ledger, survey);
    if (!spent || !budget)
        return std::nullopt;
    return survey.progress.complete > survey.completeNeeded ? *spent - *budget : api::Money {};
}

} // namespace models
