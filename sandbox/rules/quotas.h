// Rules of quotas: they count completes of answers that the survey targets.
#pragma once

#include "sandbox/store/survey.h"

namespace sandbox {

/// Adds what a buyer sent as `quota` to the survey's, replacing those for the same answers.
/// Throws 400 for a shape that can't be read, 422 for answers that aren't targeted.
void mergeQuotas(Survey &survey, const QJsonValue &sent);

/// Drops the quotas whose answers are targeted no longer.
void dropStrayQuotas(Survey &survey);

} // namespace sandbox
