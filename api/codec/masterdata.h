// The server's reference lists, read.
#pragma once

#include "api/calls/request.h"
#include "api/types/masterdata.h"

namespace api::codec {

Result<QList<Country>> countries(const Answer &answer); ///< call 20
Result<QList<Language>> languages(const Answer &answer); ///< call 21
Result<QList<StudyCategory>> studyCategories(const Answer &answer); ///< call 22
Result<QList<Vertical>> verticals(const Answer &answer); ///< call 23

} // namespace api::codec
