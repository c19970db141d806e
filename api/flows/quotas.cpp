#include "api/flows/quotas.h"

#include "api/calls/quotas.h"
#include "api/flows/settle.h"
#include "api/types/quotalookup.h"

namespace api::flows {

Task<QList<Quota>> quotas(Client &client, SurveyId id, Cancellation cancellation)
{
    const auto answer = co_await client.send(calls::quotas(id), cancellation);
    if (!answer && answer.error().kind == ErrorKind::NotFound)
        co_return QList<Quota>();
    co_return answer;
}

Task<QList<Quota>> saveQuotas(Client &client, SurveyId id, QList<Quota> sent)
{
    for (int times = 1;; ++times) {
        const auto answer = co_await client.send(calls::saveQuotas(id, sent));
        if (!answer && !mayHaveActed(answer.error()))
            co_return tl::make_unexpected(answer.error());
        const auto there = co_await client.send(calls::quotas(id));
        if (there && (answer || holds(*there, sent)))
            co_return there;
        if (answer)
            co_return sent;
        if (!there || !isUnclear(answer.error()) || times == 2)
            co_return tl::make_unexpected(answer.error());
    }
}

} // namespace api::flows
