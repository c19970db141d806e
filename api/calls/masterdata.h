// Calls 20–24: the server's reference lists.
#pragma once

#include "api/calls/request.h"
#include "api/types/masterdata.h"
#include "api/types/qualification.h"

namespace api::calls {

Request<QList<Country>> countries(); ///< call 20
Request<QList<Language>> languages(); ///< call 21
Request<QList<StudyCategory>> studyCategories(); ///< call 22
Request<QList<Vertical>> verticals(); ///< call 23

/// Call 24: all that can be asked in a country and language, with every answer there is.
Request<QList<Qualification>> qualificationMaster(const CountryId &country,
                                                  const LanguageId &language);

} // namespace api::calls
