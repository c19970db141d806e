// Whole numbers for the cells of a table that keep every margin: controlled rounding.
#pragma once

#include "models/interlocking/fittable.h"

namespace models {

/// What the program shows and sends: the fit and whole numbers that keep every margin.
struct WholeFit
{
    QList<double> fitted;
    QList<int> cells;
    int rounds = 0;
};

/// Two margins: each cell is the floor or the ceiling of its fit. Three and four: a cascade of
/// two-way steps, refitted between. Exact, or refused with the reason. The order of the margins
/// doesn't matter.
tl::expected<WholeFit, FitProblem> fitWhole(const FitTask &task);

/// `fitted` in whole numbers, each the floor or the ceiling, that keep both margins of a two-way
/// table: controlled rounding by the cheapest flow.
tl::expected<std::vector<qint64>, FitProblem> roundBothWays(const FitTable &table,
                                                            const QList<double> &fitted);

} // namespace models
