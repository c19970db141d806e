// Which quotas of a grid live on when the grid is created anew from other qualifications.
#pragma once

#include "models/interlocking/gridedits.h"

namespace models {

/// The step that gives the cells of a new grid the quotas of the same combinations in the old one.
struct CarryOver
{
    GridEdit edit; ///< empty when no quota differs
    int kept = 0; ///< combinations of the old grid that exist in the new one
    QStringList lost; ///< the combinations of the old grid that don't, as the server writes them
};

/// A combination is the same when it crosses the same options of the same qualifications, whatever
/// the order of either. Flat grids are compared by the server's text.
CarryOver carryOver(const InterlockingGrid &old, const InterlockingGrid &fresh);

/// The grid that crossing these would make, without ids and quotas: for saying before what a new
/// one would lose.
InterlockingGrid crossedGrid(const QList<api::Qualification> &crossed);

/// Some qualification that the grid crosses is gone from the survey or has other options now.
bool isOutdated(const InterlockingGrid &grid, const QList<api::Qualification> &ofSurvey);

} // namespace models
