// The options that a brief wants of one qualification, as a draft's audience and quotas.
#pragma once

#include "models/briefs/briefdraft.h"

namespace models {

/// Targets the entry's options in `draft`, with quotas where it names amounts.
BriefNote targetBriefEntry(SurveyDraft &draft, const BriefEntry &entry,
                           const QList<api::Qualification> &questions);

} // namespace models
