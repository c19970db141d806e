// An interlocking grid, read.
#pragma once

#include "api/calls/request.h"
#include "api/types/interlocking.h"

namespace api::codec {

/// Calls 15–17. Options stay joined as they came: they are never split here.
Result<Interlocking> interlocking(const Answer &answer);

} // namespace api::codec
