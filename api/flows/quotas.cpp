#include "api/flows/quotas.h"

#include "api/calls/quotas.h"
#include "api/flows/settle.h"
#include "api/types/quotalookup.h"

#include <algorithm>

namespace api::flows {

Task<QList<Quota>> quotas(Client &client, SurveyId id, Cancellation cancellation)
{
    const auto answer = co_await client.send(calls::quotas(id), cancellation);
    if (!answer && answer.error().kind == ErrorKind::NotFound)
        co_return QList<Quota>();
    co_return answer;
}

Task<Quota> readQuota(Client &client, SurveyId id, QualificationCode code,
                      Cancellation cancellation)
{
    auto answer = co_await client.send(calls::quota(id, code), cancellation);
    if (answer && answer->code == code)
        co_return answer;
    if (!answer && answer.error().kind != ErrorKind::Malformed)
        co_return answer;
    // Another one came, or several: a service that doesn't look at X-Qualification-Id.
    const auto all = co_await client.send(calls::quotas(id), cancellation);
    if (!all)
        co_return tl::make_unexpected(all.error());
    const auto found = std::ranges::find(*all, code, &Quota::code);
    if (found != all->end())
        co_return *found;
    co_return tl::make_unexpected(notThere(calls::quota(id, code)));
}

namespace {

/// The quotas of the qualifications that `sent` is of.
Task<QList<Quota>> readBack(Client &client, SurveyId id, QList<Quota> sent)
{
    const Cancellation never;
    if (sent.size() == 1) {
        const auto one = co_await readQuota(client, id, sent.first().code, never);
        if (one)
            co_return QList<Quota> {*one};
        if (one.error().kind == ErrorKind::NotFound)
            co_return QList<Quota> {};
        co_return tl::make_unexpected(one.error());
    }
    auto all = co_await quotas(client, id, never);
    if (all)
        all->removeIf([&sent](const Quota &one) {
            return std::ranges::find(sent, one.code, &Quota::code) == sent.end();
        });
    co_return all;
}

} // namespace

Task<QList<Quota>> saveQuotas(Client &client, SurveyId id, QList<Quota> sent)
{
    for (int times = 1;; ++times) {
        const auto answer = co_await client.send(calls::saveQuotas(id, sent));
        if (!answer && !mayHaveActed(answer.error()))
            co_return tl::make_unexpected(answer.error());
        const bool isTaken = answer && answer->changed;
        const auto there = co_await readBack(client, id, sent);
        if (there && (isTaken || holds(*there, sent)))
            co_return there;
        if (isTaken)
            co_return sent;
        if (answer) // *no change*, and the service has others or can't be read
            co_return tl::make_unexpected(there ? refusal(answer->message) : there.error());
        if (!there || !isUnclear(answer.error()) || times == 2)
            co_return tl::make_unexpected(answer.error());
    }
}

} // namespace api::flows
