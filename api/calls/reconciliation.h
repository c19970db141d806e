// Calls 18 and 19: which respondents are paid for.
#pragma once

#include "api/calls/request.h"
#include "api/types/reconciliation.h"

namespace api::calls {

/// Call 18. Up to a million UIDs; allowed 120 s.
Request<Reconciliation> reconciliation(const SurveyId &id);

/// Call 19. Never repeated by itself: ask call 18 first (reliability.md). `Done::message` tells
/// whether it was processed or goes to manual review. Allowed 120 s.
Request<Done> submitReconciliation(const SurveyId &id, const Submission &submission);

} // namespace api::calls
