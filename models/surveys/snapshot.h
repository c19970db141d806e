// What a survey was like at one moment, as the program saw it.
#pragma once

#include "api/types/survey.h"

#include <QDateTime>

namespace models {

struct Snapshot
{
    QDateTime at; ///< UTC, whole seconds
    int complete = 0;
    int entrants = 0;
    int needed = 0;
    api::Money cpi;
    api::SurveyStatus status = api::SurveyStatus::Unknown;
    bool operator==(const Snapshot &) const = default;
};

/// Of one survey, the oldest first. Between two snapshots nothing was seen to change.
using History = QList<Snapshot>;

/// What a snapshot is made of; without one of them there is none.
constexpr api::SurveyFigures snapshotFigures = api::SurveyFigure::Complete
    | api::SurveyFigure::SurveyEntrant | api::SurveyFigure::CompleteNeeded | api::SurveyFigure::Cpi;

Snapshot snapshotOf(const api::Survey &survey, const QDateTime &at);

/// Whether anything but the time differs.
bool differs(const Snapshot &a, const Snapshot &b);

/// When it was first seen active, if it had no entrant then; invalid otherwise.
QDateTime begunIn(const History &history);

/// What is kept of a history: all of the last 48 hours, the last of each hour up to 30 days, then
/// the last of each day (UTC). The first one stays, and so do both sides of each change of CPI,
/// needed completes or status, so that costs come out the same.
History thinned(const History &history, const QDateTime &now);

} // namespace models
