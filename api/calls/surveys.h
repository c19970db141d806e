// Calls 2–6: surveys, listed, read, created, changed.
#pragma once

#include "api/calls/request.h"
#include "api/types/survey.h"

namespace api::calls {

/// Call 2. `page` counts from 1; a page past the end is empty.
Request<SurveyPage> surveys(int page);

/// Call 3. NotFound when there is no such survey.
Request<Survey> survey(const SurveyId &id);

/// Call 3, its answer as it came: also what this program has no field for.
Request<QByteArray> rawSurvey(const SurveyId &id);

/// Call 4. Never repeated by itself: look for the survey first (reliability.md).
Request<Survey> createSurvey(const NewSurvey &survey);

/// Call 5. Sends only what `change` has; at least one field must be set.
Request<SurveyUpdate> updateSurvey(const SurveyId &id, const SurveyChange &change);

/// Call 6. `status` isn't Unknown. Conflict when the survey is closed.
Request<Done> setSurveyStatus(const SurveyId &id, SurveyStatus status);

} // namespace api::calls
