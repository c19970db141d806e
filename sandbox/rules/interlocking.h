// Rules of interlocked quotas: the grid over up to four qualifications, at most 200 cells.
#pragma once

#include "sandbox/store/survey.h"

#include <QDateTime>
#include <QList>

namespace sandbox {

constexpr qint64 maxCells = 200;
constexpr qint64 maxCellQuota = 10'000;

/// A grid over `codes` in their order, its completes spread evenly, at least 1 in a cell. Ids of
/// cells start with `Aud` and are new each time; those of qualifications are their positions within
/// the survey, not their codes. Throws 422 for codes that the survey doesn't target, 0 or more than
/// 4 of them, or more than 200 combinations.
QJsonObject newGrid(const Survey &survey, const QList<qint64> &codes, const QDateTime &now);

/// Sets cells from `combinations` [{id, required_count}]. Throws 400 for a shape that can't be
/// read, 422 for an unknown id, a count outside 1–10,000, and when nothing would change.
void updateGrid(Survey &survey, const QJsonValue &combinations, const QDateTime &now);

/// Forgets the grid if one of its qualifications is targeted no longer or otherwise than before.
void dropStrayGrid(Survey &survey);

} // namespace sandbox
