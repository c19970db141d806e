// Whether the completes that are needed can be had.
#pragma once

#include "api/types/feasibility.h"

namespace models {

/// How a range of completes compares with those that are needed.
enum class Fit { Fits, Perhaps, TooFew };

struct FitResult
{
    Fit fit = Fit::Fits;
    int gap = 0; ///< completes beyond what is surely there (Perhaps) or possible (TooFew)
    bool operator==(const FitResult &) const = default;
};

FitResult fitOf(const api::Feasibility &feasibility, int completes);

} // namespace models
