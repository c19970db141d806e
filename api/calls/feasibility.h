// Call 28: how many completes can be had, and at what price.
#pragma once

#include "api/calls/request.h"
#include "api/types/feasibility.h"

namespace api::calls {

/// NotFound when the server knows no figure for the query.
Request<Feasibility> feasibility(const FeasibilityQuery &query);

} // namespace api::calls
