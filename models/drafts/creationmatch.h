// Which survey of a list could be the one that a creation without an answer has made.
#pragma once

#include "api/types/apierror.h"
#include "models/drafts/creationintent.h"

namespace models {

/// Surveys that weren't there before and agree in name, country, language, LOI, IR, CPI, completes
/// and dates. Finding one confirms; finding none never disproves (reliability.md).
QList<api::Survey> candidates(const CreationIntent &intent, const QList<api::Survey> &surveys);

/// Whether a failed create surely created nothing. Anything but a clear refusal leaves it open.
bool surelyNotCreated(const api::ApiError &error);

} // namespace models
