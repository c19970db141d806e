#include "models/feasibility/fit.h"

namespace models {

FitResult fitOf(const api::Feasibility &feasibility, int completes)
{
    if (completes > feasibility.maximum)
        return {Fit::TooFew, completes - feasibility.maximum};
    if (completes > feasibility.minimum)
        return {Fit::Perhaps, completes - feasibility.minimum};
    return {Fit::Fits, 0};
}

} // namespace models
