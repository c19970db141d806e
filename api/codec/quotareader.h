// One quota out of an answer, for the codecs that hold some.
#pragma once

#include "api/codec/json.h"
#include "api/types/quota.h"

namespace api::codec {

/// Nothing when it has no code, or a criterion of it has no count or no target.
std::optional<Quota> readQuota(const Element &element);

} // namespace api::codec
