// Flows over calls 12 and 14: quotas that are written, and read back.
#pragma once

#include "api/http/client.h"
#include "api/types/quota.h"

namespace api::flows {

/// Call 12, in which a survey without any is no error.
Task<QList<Quota>> quotas(Client &client, SurveyId id, Cancellation cancellation);

/// Sends call 14 and reads the survey's quotas; after an unclear failure it sends once more only
/// if one still differs (SetState). A refusal is none when the server has all that was to be set.
/// Answers the quotas as they now stand; as they were sent when the server took them and then
/// couldn't be read.
Task<QList<Quota>> saveQuotas(Client &client, SurveyId id, QList<Quota> sent);

} // namespace api::flows
