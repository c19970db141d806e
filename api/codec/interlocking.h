// An interlocking grid, read.
#pragma once

#include "api/calls/request.h"
#include "api/types/interlocking.h"

namespace api::codec {

/// Calls 16 and 17. Options stay joined as they came: they are never split here.
Result<Interlocking> interlocking(const Answer &answer);

/// Call 15. Without combinations: the survey has no grid. Only "… not found", HTTP 404, and an
/// answer whose lists are null or empty say so; any other refusal is an error.
Result<Interlocking> interlockingOrNone(const Answer &answer);

} // namespace api::codec
