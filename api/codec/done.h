// The answer of a call that only acts.
#pragma once

#include "api/calls/request.h"

namespace api::codec {

/// contract.md, Answers, point 2: HTTP 2xx with body `status` 200, `true` or none; 204 in either
/// place is *no change*.
Result<Done> done(const Answer &answer);

} // namespace api::codec
