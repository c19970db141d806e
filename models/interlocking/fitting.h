// Cells of a table from its margins: iterative proportional fitting within limits.
#pragma once

#include "models/interlocking/fitproblem.h"

#include <tl/expected.hpp>

namespace models {

/// What cells are wanted for. Cells are in row-major order: the last margin runs fastest.
struct FitTask
{
    QList<QList<qint64>> margins; ///< one to four; each the totals of one qualification's options
    QList<double> seed {}; ///< the pattern to preserve; a 0 stays 0; empty: all alike
    QList<int> least {}; ///< of each cell, such as its completes; empty: `minimum` for all
    int minimum = leastQuota; ///< of every cell whose seed isn't 0
    int maximum = mostQuota;
};

struct Fit
{
    QList<double> cells;
    int rounds = 0;
};

constexpr int mostFitRounds = 1'000;
constexpr double fitPrecision = 1e-9; ///< of each margin, relative

/// The table nearest to the seed (by relative entropy) that has these margins and stays within its
/// limits; where no limit holds a cell back that is plain fitting (Deming and Stephan 1940).
/// Margins that don't sum alike are refused, never rescaled. Source: domain.md, Interlocking cells.
tl::expected<Fit, FitProblem> fit(const FitTask &task);

} // namespace models
