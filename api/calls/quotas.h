// Calls 12–14: wanted completes per option, range or set of zip codes.
#pragma once

#include "api/calls/request.h"
#include "api/types/quota.h"

namespace api::calls {

/// Call 12. A survey without quotas has an empty list.
Request<QList<Quota>> quotas(const SurveyId &id);

/// Call 13. NotFound when there is no quota for `code`.
Request<Quota> quota(const SurveyId &id, QualificationCode code);

/// Call 14. Adds and replaces.
Request<Done> saveQuotas(const SurveyId &id, const QList<Quota> &quotas);

} // namespace api::calls
