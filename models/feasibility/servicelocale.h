// The locale that the feasibility service is asked with, from the server's language and country.
#pragma once

#include "api/types/masterdata.h"

namespace models {

/// ISO 639-3 language and ISO 3166 country in lower case: "eng_us". Empty when either is not known
/// to the standards, so that the service isn't asked with a guess.
QString serviceLocale(const api::Language &language, const api::Country &country);

} // namespace models
