// A grid's margins: what its cells sum to, and what the single qualifications' quotas want.
#pragma once

#include "api/types/quota.h"
#include "models/interlocking/interlockinggrid.h"

#include <optional>

namespace models {

/// For each dimension and option; nothing where no quota is set.
using MarginQuotas = QList<QList<std::optional<int>>>;

/// `quotas` are those of call 12; options are matched by the names that `ofSurvey` tells.
MarginQuotas marginQuotas(const InterlockingGrid &grid, const QList<api::Qualification> &ofSurvey,
                          const QList<api::Quota> &quotas);

/// What the cells of each option sum to, as the quotas of the single qualifications; for options
/// that `ofSurvey` tells.
QList<api::Quota> quotasOfMargins(const InterlockingGrid &grid,
                                  const QList<api::Qualification> &ofSurvey);

/// What the cells sum to now, for each dimension and option; none for a flat grid.
QList<QList<qint64>> marginSums(const InterlockingGrid &grid);

/// The option of `cell` in each dimension, by number.
QList<qsizetype> optionsAt(const InterlockingGrid &grid, qsizetype cell);

/// Whole margins that sum to `total`: options without a quota share evenly what the others leave.
/// Where all have one they are taken as they are, whatever they sum to.
QList<QList<qint64>> marginTargets(const InterlockingGrid &grid, const MarginQuotas &quotas,
                                   qint64 total);

} // namespace models
