#include "models/qualifications/targetingcalls.h"

#include "api/calls/interlocking.h"
#include "api/calls/qualifications.h"
#include "api/calls/quotas.h"
#include "api/flows/qualifications.h"

#include <algorithm>

namespace models {

api::Task<FoundTargeting> readTargeting(api::Client &client, api::SurveyId survey,
                                        api::Cancellation cancellation)
{
    const auto qualifications =
        co_await client.send(api::calls::qualifications(survey), cancellation);
    if (!qualifications)
        co_return tl::make_unexpected(qualifications.error());
    FoundTargeting found {*qualifications, {}};
    const auto quotas = co_await client.send(api::calls::quotas(survey), cancellation);
    if (quotas)
        found.built.quotas = *quotas;
    const auto grid = co_await client.send(api::calls::interlocking(survey), cancellation);
    if (grid && !grid->combinations.isEmpty())
        found.built.grid = *grid;
    found.built.isWhole = quotas && grid;
    co_return found;
}

api::Task<ChangedTargeting> changeTargeting(api::Client &client, api::SurveyId survey,
                                            api::Targeting before, api::Targeting after,
                                            bool overwrites)
{
    if (!overwrites) {
        const auto there = co_await client.send(api::calls::qualifications(survey));
        if (!there) {
            api::ApiError error = there.error();
            error.delivery = api::Delivery::NotSent; // of the write nothing has left
            co_return tl::make_unexpected(error);
        }
        const auto own = std::ranges::find(*there, before.code, &api::Qualification::code);
        if (own == there->end())
            co_return ChangedTargeting {api::Qualification()};
        if (!api::flows::holds(*own, before) && !api::flows::holds(*own, after))
            co_return ChangedTargeting {*own};
    }
    const auto answer = co_await api::flows::updateQualification(client, survey, after);
    if (!answer)
        co_return tl::make_unexpected(answer.error());
    ChangedTargeting done {{}, answer->other};
    co_return done;
}

api::Task<RemovedTargeting> removeTargeting(api::Client &client, api::SurveyId survey,
                                            api::Targeting before)
{
    const api::Cancellation never;
    const auto there = co_await api::flows::readQualification(client, survey, before.code, never);
    const bool isGone = !there && there.error().kind == api::ErrorKind::NotFound;
    if (!there && !isGone) {
        api::ApiError error = there.error();
        error.delivery = api::Delivery::NotSent; // of the removal nothing has left
        co_return tl::make_unexpected(error);
    }
    RemovedTargeting result {!isGone};
    if (isGone)
        co_return result;
    if (!api::flows::holds(*there, before)) {
        result.theirs = *there;
        co_return result;
    }
    const auto answer = co_await api::flows::deleteQualification(client, survey, before.code);
    if (!answer)
        co_return tl::make_unexpected(answer.error());
    result.changed = answer->changed;
    co_return result;
}

} // namespace models
