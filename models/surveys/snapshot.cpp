#include "models/surveys/snapshot.h"

namespace models {

namespace {

constexpr qint64 hour = 3'600;
constexpr qint64 day = 24 * hour;
constexpr qint64 allOf = 2 * day;
constexpr qint64 hourlyTo = 30 * day;

bool hasOtherTerms(const Snapshot &a, const Snapshot &b)
{
    return a.cpi != b.cpi || a.needed != b.needed || a.status != b.status;
}

/// Only the last snapshot of a bucket is kept; equal numbers are one bucket.
qint64 bucketOf(const Snapshot &snapshot, qint64 now)
{
    const qint64 at = snapshot.at.toSecsSinceEpoch();
    if (now - at > hourlyTo)
        return at / day;
    return now - at > allOf ? at / hour : -1;
}

} // namespace

Snapshot snapshotOf(const api::Survey &survey, const QDateTime &at)
{
    return {.at = QDateTime::fromSecsSinceEpoch(at.toSecsSinceEpoch(), Qt::UTC),
            .complete = survey.progress.complete,
            .entrants = survey.progress.surveyEntrant,
            .needed = survey.completeNeeded,
            .cpi = survey.cpi,
            .status = survey.status};
}

bool differs(const Snapshot &a, const Snapshot &b)
{
    return a.complete != b.complete || a.entrants != b.entrants || hasOtherTerms(a, b);
}

QDateTime begunIn(const History &history)
{
    for (const Snapshot &one : history)
        if (one.status == api::SurveyStatus::Active)
            return one.complete == 0 && one.entrants == 0 ? one.at : QDateTime();
    return {};
}

History thinned(const History &history, const QDateTime &now)
{
    const qint64 present = now.toSecsSinceEpoch();
    History kept;
    for (qsizetype i = 0; i < history.size(); ++i) {
        const bool isFirst = i == 0;
        const bool isLast = i + 1 == history.size();
        const qint64 bucket = bucketOf(history[i], present);
        const bool isWanted = isFirst || isLast || bucket < 0
            || bucket != bucketOf(history[i + 1], present)
            || hasOtherTerms(history[i - 1], history[i])
            || hasOtherTerms(history[i], history[i + 1]);
        if (isWanted)
            kept.append(history[i]);
    }
    return kept;
}

} // namespace models
