// Everything that the service tells of one survey's making: its terms, audience, quotas and grid.
#pragma once

#include "api/http/client.h"
#include "api/types/interlocking.h"
#include "api/types/survey.h"

namespace api::flows {

struct WholeSurvey
{
    Survey survey;
    QList<Qualification> qualifications; ///< with the answers that qualify
    QList<Quota> quotas;
    Interlocking grid; ///< without combinations: there is none
    bool operator==(const WholeSurvey &) const = default;
};

/// Calls 3, 7, 12 and 15, one after another; the first error ends it. A survey without a grid
/// is no error.
Task<WholeSurvey> wholeSurvey(Client &client, SurveyId id);

} // namespace api::flows
