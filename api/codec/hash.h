// The answer of call 1: a credential, read strictly.
#pragma once

#include "api/calls/request.h"

namespace api::codec {

/// 64 hex digits, bare or as a JSON string; anything else is an error that shows none of it.
Result<QString> hash(const Answer &answer);

} // namespace api::codec
