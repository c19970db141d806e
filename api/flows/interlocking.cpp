#include "api/flows/interlocking.h"

#include "api/calls/interlocking.h"
#include "api/calls/qualifications.h"
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

/// In the order of `codes`; fewer where the survey doesn't have all of them.
QStringList titlesOf(const QList<QualificationCode> &codes, const QList<Qualification> &ofSurvey)
{
    QStringList titles;
    for (const QualificationCode code : codes) {
        const auto found = std::ranges::find(ofSurvey, code, &Qualification::code);
        if (found != ofSurvey.end())
            titles.append(found->title.simplified().toCaseFolded());
    }
    return titles;
}

/// A grid tells its qualifications by their titles only.
bool crosses(const Interlocking &grid, QStringList titles)
{
    QStringList crossed;
    for (const InterlockedQualification &one : grid.qualifications)
        crossed.append(one.title.simplified().toCaseFolded());
    crossed.sort();
    titles.sort();
    return crossed == titles;
}

/// *No change* holds no grid, and is no answer that can't be read.
ApiError whyNone(ApiError error)
{
    const bool isNoChange = error.httpStatus == 204 || error.bodyStatus == QLatin1String("204");
    return isNoChange ? refusal(error.serverMessage) : error;
}

} // namespace

Task<Interlocking> createInterlocking(Client &client, SurveyId id, QList<QualificationCode> codes,
                                      CombinationId before)
{
    const auto answer = co_await client.send(calls::createInterlocking(id, codes));
    if (answer || !mayHaveActed(answer.error()))
        co_return answer;
    const auto there = co_await client.send(calls::interlocking(id));
    if (!there)
        co_return answer;
    if (there->combinations.isEmpty() || there->combinations.first().id == before)
        co_return tl::unexpected(whyNone(answer.error()));
    const auto ofSurvey = co_await client.send(calls::qualifications(id));
    const QStringList titles = ofSurvey ? titlesOf(codes, *ofSurvey) : QStringList();
    if (titles.size() < codes.size())
        co_return answer;
    if (crosses(*there, titles))
        co_return there;
    co_return tl::unexpected(isUnclear(answer.error()) ? anotherGrid() : answer.error());
}

ApiError anotherGrid()
{
    ApiError error;
    error.kind = ErrorKind::Conflict;
    error.endpoint = QString::fromLatin1(calls::interlocking({}).endpoint);
    return error;
}

bool isAnotherGrid(const ApiError &error)
{
    return error.kind == ErrorKind::Conflict && error.endpoint == anotherGrid().endpoint;
}

Task<Interlocking> updateInterlocking(Client &client, SurveyId id, QList<CellChange> changes)
{
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::updateInterlocking(id, changes));
        const bool isClear = answer ? holds(*answer, changes) : !mayHaveActed(answer.error());
        if (isClear)
            co_return answer;
        const auto there = co_await client.send(calls::interlocking(id));
        if (there && (answer || holds(*there, changes)))
            co_return there;
        if (answer)
            co_return answer;
        const bool hasGrid = there && !there->combinations.isEmpty();
        if (!hasGrid || !isUnclear(answer.error()) || sent == 2)
            co_return answer;
    }
}

} // namespace api::flows
