// Which survey of a list could be the one that a creation without an answer has made.
#pragma once

#include "api/types/apierror.h"
#include "models/drafts/creationintent.h"

namespace models {

/// Surveys that weren't there before and agree in name, country, language, LOI, IR, CPI, completes
/// and dates. Finding one confirms; finding none never disproves (reliability.md).
QList<api::Survey> candidates(const CreationIntent &intent, const QList<api::Survey> &surveys);

/// Whether the answer to call 4 speaks of the survey that was sent: name, country and language as
/// far as it tells them.
bool isEchoOf(const api::Survey &answer, const SurveyDraft &draft);

/// Terms that the answer to call 4 tells otherwise than they were sent, as a person reads them:
/// "CPI 5.00 (sent: 4.50)". Those that it leaves out are none.
QStringList otherTerms(const api::Survey &answer, const SurveyDraft &draft);

/// The answer to call 4 with what it left out, as it was sent. A new survey is inactive.
api::Survey filledUp(api::Survey answer, const SurveyDraft &draft);

/// Whether a failed create surely created nothing. Anything but a refusal that says why leaves it
/// open: 429 and an empty or unparsable 4xx may come of a gateway behind which it was created
/// (contract.md, Retrying).
bool surelyNotCreated(const api::ApiError &error);

} // namespace models
