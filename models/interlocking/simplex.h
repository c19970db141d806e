// A small linear programme: the cheapest numbers within bounds that meet a list of totals.
#pragma once

#include <QtGlobal>

#include <vector>

namespace models {

/// A number from 0 to `room` that counts `sign` times into each of `rows`.
struct LinearColumn
{
    std::vector<size_t> rows;
    int sign = 1;
    double room = 0;
    double cost = 0;
};

struct LinearAnswer
{
    enum Outcome {
        Met,
        Unmet, ///< no numbers do; `missing` tells how near they come
        CutShort, ///< the effort was used up
    };
    Outcome outcome = CutShort;
    std::vector<double> values {};
    std::vector<double> missing {}; ///< for each total, what is left of it
};

/// Dense simplex in two phases with bounded variables, for up to some hundred columns; the same
/// answer each time. At most a rank's worth of `values` lies between its bounds. `effort` counts
/// down what it works on, so that whoever asks often can set a limit to all together.
LinearAnswer cheapestNumbers(const std::vector<double> &totals,
                             const std::vector<LinearColumn> &columns, qint64 &effort);

} // namespace models
