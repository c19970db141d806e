// Calls 15–17: quotas over combinations of one to four qualifications.
#pragma once

#include "api/calls/request.h"
#include "api/types/interlocking.h"

namespace api::calls {

/// Call 15. A survey without a grid has one without combinations.
Request<Interlocking> interlocking(const SurveyId &id);

/// Call 16. One to four codes, at most 200 combinations; answers the grid that was made.
Request<Interlocking> createInterlocking(const SurveyId &id, const QList<QualificationCode> &codes);

/// Call 17. Only changed cells; answers the whole grid as it now stands. Rejected when the server
/// found nothing to change.
Request<Interlocking> updateInterlocking(const SurveyId &id, const QList<CellChange> &changes);

} // namespace api::calls
