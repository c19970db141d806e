// The locale that the feasibility service is asked with, from the server's language and country.
#pragma once

#include "api/types/masterdata.h"

namespace models {

/// ISO 639-3 language and ISO 3166 country in lower case: "eng_us". Empty when either is not known
/// to the standards, so that the service isn't asked with a guess.
QString serviceLocale(const api::Language &language, const api::Country &country);

/// The same for one of each list; empty when one isn't in its list.
QString serviceLocale(const QList<api::Language> &languages, const api::LanguageId &language,
                      const QList<api::Country> &countries, const api::CountryId &country);

} // namespace models
