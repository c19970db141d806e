// The pattern of another grid, for cells that cross some of the same qualifications.
#pragma once

#include "models/interlocking/interlockinggrid.h"

#include <tl/expected.hpp>

namespace models {

struct GridSeed
{
    QList<double> cells; ///< of each cell of the grid that wants it
    QStringList remarks {}; ///< what has no counterpart, a whole sentence each
    bool operator==(const GridSeed &) const = default;
};

/// Qualifications and options are the same when they are called the same. Those that only `other`
/// has are summed over; those that it lacks, or whose options it calls otherwise throughout (in
/// another language), are taken alike. Or the sentence that says why nothing
/// can be taken over.
tl::expected<GridSeed, QString> seedFrom(const InterlockingGrid &other,
                                         const InterlockingGrid &grid);

} // namespace models
