#include "api/flows/interlocking.h"

#include "api/calls/interlocking.h"
#include "api/flows/settle.h"

#include <algorithm>

namespace api::flows {

namespace {

bool holds(const Interlocking &grid, const QList<CellChange> &changes)
{
    return std::ranges::all_of(changes, [&grid](const CellChange &change) {
        const auto cell = std::ranges::find(grid.combinations, change.id, &Combination::id);
        return cell != grid.combinations.end() && cell->quota == change.requiredCount;
    });
}

} // namespace

Task<Interlocking> createInterlocking(Client &client, SurveyId id, QList<QualificationCode> codes,
                                      CombinationId before)
{
    const auto answer = co_await client.send(calls::createInterlocking(id, codes));
    if (answer || !mayHaveActed(answer.error()))
        co_return answer;
    const auto there = co_await client.send(calls::interlocking(id));
    if (there && !there->combinations.isEmpty() && there->combinations.first().id != before)
        co_return there;
    co_return answer;
}

Task<Interlocking> updateInterlocking(Client &client, SurveyId id, QList<CellChange> changes)
{
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::updateInterlocking(id, changes));
        if (answer || !mayHaveActed(answer.error()))
            co_return answer;
        const auto there = co_await client.send(calls::interlocking(id));
        if (there && holds(*there, changes))
            co_return there;
        if (!there || !isUnclear(answer.error()) || sent == 2)
            co_return answer;
    }
}

} // namespace api::flows
