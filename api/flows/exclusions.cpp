#include "api/flows/exclusions.h"

#include "api/calls/exclusions.h"
#include "api/flows/settle.h"

#include <algorithm>

namespace api::flows {

namespace {

bool hasAll(const QList<SurveyId> &there, const QList<SurveyId> &wanted)
{
    return std::ranges::all_of(wanted, [&there](const SurveyId &id) { return there.contains(id); });
}

} // namespace

Task<Done> addExclusions(Client &client, SurveyId id, QList<SurveyId> excluded)
{
    const auto answer = co_await client.send(calls::saveExclusions(id, excluded));
    if (!needsLook(answer))
        co_return answer;
    const auto there = co_await client.send(calls::exclusions(id));
    if (there && hasAll(*there, excluded))
        co_return Done {!answer, {}};
    co_return asFailure(answer);
}

Task<Done> deleteExclusions(Client &client, SurveyId id)
{
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::deleteExclusions(id));
        if (answer && answer->changed)
            co_return answer;
        if (!answer && !mayHaveActed(answer.error()))
            co_return answer;
        const auto there = co_await client.send(calls::exclusions(id));
        if (there && there->isEmpty())
            co_return Done {sent > 1 || (!answer && isUnclear(answer.error())), {}};
        if (answer)
            co_return tl::unexpected(refusal(answer->message));
        const bool differs = there && isUnclear(answer.error());
        if (!differs || sent == 2)
            co_return answer;
    }
}

Task<ExclusionRemoval> removeExclusions(Client &client, SurveyId id, QList<SurveyId> before,
                                        QList<SurveyId> gone)
{
    QList<SurveyId> rest = before;
    rest.removeIf([&gone](const SurveyId &one) { return gone.contains(one); });
    const auto removed = co_await deleteExclusions(client, id);
    if (!removed && !isUnclear(removed.error()))
        co_return tl::unexpected(removed.error());
    if (!removed) // whether the list still stands could not be read
        co_return ExclusionRemoval {before, removed.error()};
    if (rest.isEmpty())
        co_return ExclusionRemoval {};
    const auto saved = co_await addExclusions(client, id, rest);
    if (saved)
        co_return ExclusionRemoval {};
    const auto there = co_await client.send(calls::exclusions(id));
    if (!there) // nothing is added again while nobody knows what is there
        co_return ExclusionRemoval {before, saved.error()};
    if (hasAll(*there, rest))
        co_return ExclusionRemoval {};
    const auto restored = co_await addExclusions(client, id, before);
    if (restored)
        co_return ExclusionRemoval {{}, saved.error()};
    co_return ExclusionRemoval {before, saved.error()};
}

} // namespace api::flows
