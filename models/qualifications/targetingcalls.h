// The calls that read and change a survey's qualifications, each after a look at what is there.
#pragma once

#include "api/http/client.h"
#include "models/qualifications/targetingeffect.h"

#include <optional>

namespace models {

struct FoundTargeting
{
    QList<api::Qualification> qualifications;
    BuiltOnAnswers built;
};

/// How a change ended: what stood against it, when something did.
struct ChangedTargeting
{
    std::optional<api::Qualification> theirs; ///< nothing was sent; without a code: it is gone
    std::optional<api::Qualification> other {}; ///< read back in place of what was sent
};

/// How a removal ended: what stood against it, when something did.
struct RemovedTargeting
{
    bool changed = true; ///< false: it was gone already
    std::optional<api::Qualification> theirs {}; ///< nothing was sent
};

/// Calls 7, 12 and 15. Only the first has to succeed: `built` says when it isn't whole.
api::Task<FoundTargeting> readTargeting(api::Client &client, api::SurveyId survey,
                                        api::Cancellation cancellation);

/// Call 10. Reads first, unless it `overwrites`: nothing is sent when the survey has neither
/// `before` nor `after`.
api::Task<ChangedTargeting> changeTargeting(api::Client &client, api::SurveyId survey,
                                            api::Targeting before, api::Targeting after,
                                            bool overwrites);

/// Call 11. Reads first: nothing is sent when the survey no longer has `before`.
api::Task<RemovedTargeting> removeTargeting(api::Client &client, api::SurveyId survey,
                                            api::Targeting before);

} // namespace models
