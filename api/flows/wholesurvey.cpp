#include "api/flows/wholesurvey.h"

#include "api/calls/interlocking.h"
#include "api/calls/qualifications.h"
#include "api/calls/quotas.h"
#include "api/calls/surveys.h"

namespace api::flows {

Task<WholeSurvey> wholeSurvey(Client &client, SurveyId id)
{
    WholeSurvey whole;
    const auto survey = co_await client.send(calls::survey(id));
    if (!survey)
        co_return tl::unexpected(survey.error());
    const auto qualifications = co_await client.send(calls::qualifications(id));
    if (!qualifications)
        co_return tl::unexpected(qualifications.error());
    const auto quotas = co_await client.send(calls::quotas(id));
    if (!quotas)
        co_return tl::unexpected(quotas.error());
    const auto grid = co_await client.send(calls::interlocking(id));
    if (!grid)
        co_return tl::unexpected(grid.error());
    whole.survey = *survey;
    whole.qualifications = *qualifications;
    whole.quotas = *quotas;
    whole.grid = *grid;
    co_return whole;
}

} // namespace api::flows
