// Calls 25–27: surveys whose completes are kept out of this one.
#pragma once

#include "api/calls/request.h"

namespace api::calls {

/// Call 25. A survey without exclusions has an empty list.
Request<QList<SurveyId>> exclusions(const SurveyId &id);

/// Call 26. Rejected unless every excluded survey is Completed or Closed.
Request<Done> saveExclusions(const SurveyId &id, const QList<SurveyId> &excluded);

/// Call 27. Removes all exclusions of the survey.
Request<Done> deleteExclusions(const SurveyId &id);

} // namespace api::calls
