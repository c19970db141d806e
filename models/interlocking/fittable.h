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

} // namespace models
