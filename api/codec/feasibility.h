// How many completes can be had: the question written, the answer read.
#pragma once

#include "api/calls/request.h"
#include "api/types/feasibility.h"

#include <QJsonObject>

namespace api::codec {

Result<Feasibility> feasibility(const Answer &answer); ///< call 28

/// Incidence as a fraction, times in UTC with milliseconds, zip codes always as strings.
QJsonObject written(const FeasibilityQuery &query);

} // namespace api::codec
