// Calls 7–11: who a survey is for.
#pragma once

#include "api/calls/request.h"
#include "api/types/qualification.h"

namespace api::calls {

/// Call 7. A survey without qualifications has an empty list.
Request<QList<Qualification>> qualifications(const SurveyId &id);

/// Call 8. NotFound when the survey doesn't ask `code`.
Request<Qualification> qualification(const SurveyId &id, QualificationCode code);

/// Call 9. Conflict when one is there already; ApiError::existing names which.
Request<Done> addQualifications(const SurveyId &id, const QList<Targeting> &targeting);

/// Call 10. Replaces the answers of qualifications that the survey has; NotFound otherwise.
Request<Done> updateQualifications(const SurveyId &id, const QList<Targeting> &targeting);

/// Call 11. NotFound when the survey doesn't have it.
Request<Done> deleteQualification(const SurveyId &id, QualificationCode code);

} // namespace api::calls
