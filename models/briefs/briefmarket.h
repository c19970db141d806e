// The country and the language that a brief means.
#pragma once

#include "models/briefs/briefdraft.h"

namespace models {

/// The country or language whose name or code this is; nullptr when there is none.
const api::Country *briefCountry(const QString &text, const BriefContext &context);
const api::Language *briefLanguage(const QString &text, const BriefContext &context);

} // namespace models
