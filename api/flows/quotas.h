// Flows over calls 12 and 14: quotas that are written, and read back.
#pragma once

#include "api/http/client.h"
#include "api/types/quota.h"

namespace api::flows {

/// Call 12, in which a survey without any is no error.
Task<QList<Quota>> quotas(Client &client, SurveyId id, Cancellation cancellation);

/// Call 13: the quotas of one qualification as they now are. Where the service answers with another
/// or with several, they are looked for in the answer of call 12. NotFound when it has none.
Task<Quota> readQuota(Client &client, SurveyId id, QualificationCode code,
                      Cancellation cancellation = {});

/// Sends call 14 and reads back what was written: one qualification by call 13, several by call 12.
/// After an unclear failure it sends once more only if a quota still differs (SetState). A refusal
/// and *no change* are success when the service has all that was to be set. Answers the quotas of
/// the qualifications that were sent, as they now stand; as they were sent when the service took
/// them and then couldn't be read.
Task<QList<Quota>> saveQuotas(Client &client, SurveyId id, QList<Quota> sent);

} // namespace api::flows
