// "50/50" in a brief: an equal share for each option.
#pragma once

#include "api/types/qualification.h"
#include "models/briefs/brief.h"

namespace models {

/// "50/50" as an equal share for each option, or for men and women; other entries' shares as they
/// are, since unequal parts don't say which is whose.
QList<BriefShare> evenShares(const BriefEntry &entry, const api::Qualification &question);

} // namespace models
