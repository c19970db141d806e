// A search for whole cells that keep all margins, and for the cells that have no choice.
#pragma once

#include "models/interlocking/fittable.h"

namespace models {

/// The table with the cells that every way of meeting the margins leaves at a limit kept there:
/// fitting would come nearer to them without end. `near` are cells that fitting came to. Or why no
/// numbers at all meet the margins.
tl::expected<FitTable, FitProblem> withForcedCells(const FitTable &table,
                                                   const QList<double> &near);

/// Whole numbers within the limits that keep all margins, near to `fitted`: branch and bound over
/// linear programmes. It ends within some ten milliseconds, and says whether there are none or
/// whether it only found none.
tl::expected<std::vector<qint64>, FitProblem> searchWhole(const FitTable &table,
                                                          const QList<double> &fitted);

} // namespace models
