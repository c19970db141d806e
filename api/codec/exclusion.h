// The surveys whose respondents are kept out of one, read.
#pragma once

#include "api/calls/request.h"

namespace api::codec {

Result<QList<SurveyId>> exclusions(const Answer &answer); ///< call 25

} // namespace api::codec
