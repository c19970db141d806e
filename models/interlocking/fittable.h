// The table that fitting works on: cells with their limits, and the cells of every margin.
#pragma once

#include "models/interlocking/fitting.h"

#include <array>
#include <optional>
#include <vector>

namespace models {

/// Raw arrays for speed: up to 1,000 rounds go over all cells. Pure.
struct FitTable
{
    std::vector<std::vector<qint64>> margins;
    std::vector<double> seed;
    std::vector<double> least;
    std::vector<double> most; ///< least and most are 0 where the seed is

    size_t size() const { return seed.size(); }
    size_t optionAt(size_t dimension, size_t cell) const;
};

constexpr size_t mostDimensions = 4;

/// The options of each cell, by dimension.
using CellOptions = std::vector<std::array<size_t, mostDimensions>>;
CellOptions optionsOf(const FitTable &table);

/// Nothing for what is no table.
tl::expected<FitTable, FitProblem> tableOf(const FitTask &task);

/// What sums and single margins tell.
std::optional<FitProblem> findProblem(const FitTable &table);
/// For each two dimensions, whether any numbers at all would do.
std::optional<FitProblem> findPairProblem(const FitTable &table);

tl::expected<Fit, FitProblem> fit(const FitTable &table);

/// Where fitting came to, whether or not it met the margins.
struct FitEnd
{
    Fit fit;
    std::optional<FitProblem> problem; ///< the margin that is farthest off
};
FitEnd fitOnce(const FitTable &table, int rounds = mostFitRounds);

/// Rounds that are enough where the margins can be met easily; only what takes more is looked into.
constexpr int easyFitRounds = 40;

/// The table with the cells that every way of meeting the margins leaves at a limit kept there:
/// fitting would come nearer to them without end. `near` are cells that fitting came to. Or why no
/// numbers at all meet the margins.
tl::expected<FitTable, FitProblem> withForcedCells(const FitTable &table,
                                                   const QList<double> &near);

/// `fitted` in whole numbers, each the floor or the ceiling, that keep both margins of a two-way
/// table: controlled rounding by the cheapest flow.
tl::expected<std::vector<qint64>, FitProblem> roundBothWays(const FitTable &table,
                                                            const QList<double> &fitted);

/// Whole numbers within the limits that keep all margins, near to `fitted`: branch and bound over
/// linear programmes. It ends within some ten milliseconds, and says whether there are none or
/// whether it only found none.
tl::expected<std::vector<qint64>, FitProblem> searchWhole(const FitTable &table,
                                                          const QList<double> &fitted);

} // namespace models
