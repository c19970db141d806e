#include "models/drafts/creationcalls.h"

#include "api/calls/interlocking.h"
#include "api/calls/surveys.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace models {

namespace {

constexpr int mostPages = 500;

api::Task<QList<api::Survey>> allSurveys(api::Client &client)
{
    QList<api::Survey> all;
    QSet<api::SurveyId> seen;
    for (int page = 1; page <= mostPages; ++page) {
        const auto answer = co_await client.send(api::calls::surveys(page));
        if (!answer)
            co_return tl::unexpected(answer.error());
        const auto before = all.size();
        for (const api::Survey &survey : answer->surveys) {
            if (!seen.contains(survey.id)) {
                seen.insert(survey.id);
                all.append(survey);
            }
        }
        if (all.size() == before) // the end, or a server that repeats itself
            break;
    }
    co_return all;
}

/// Whether the server may have acted although an error came.
bool mayHaveActed(const api::ApiError &error)
{
    return error.delivery != api::Delivery::NotSent;
}

api::Task<api::Interlocking> interlockOnce(api::Client &client, api::SurveyId id,
                                           QList<api::QualificationCode> codes)
{
    const auto answer = co_await client.send(api::calls::createInterlocking(id, codes));
    if (answer || !mayHaveActed(answer.error()))
        co_return answer;
    const auto there = co_await client.send(api::calls::interlocking(id));
    if (there && !there->combinations.isEmpty())
        co_return there;
    co_return answer;
}

bool holds(const api::Interlocking &grid, const QList<api::CellChange> &changes)
{
    return std::ranges::all_of(changes, [&grid](const api::CellChange &change) {
        const auto cell = std::ranges::find(grid.combinations, change.id, &api::Combination::id);
        return cell != grid.combinations.end() && cell->quota == change.requiredCount;
    });
}

api::Task<api::Interlocking> setCellsOnce(api::Client &client, api::SurveyId id,
                                          QList<api::CellChange> changes)
{
    const auto answer = co_await client.send(api::calls::updateInterlocking(id, changes));
    if (answer || !mayHaveActed(answer.error()))
        co_return answer;
    const auto there = co_await client.send(api::calls::interlocking(id));
    if (there && holds(*there, changes))
        co_return there;
    co_return answer;
}

api::Task<api::Done> activateOnce(api::Client &client, api::SurveyId id)
{
    const auto answer =
        co_await client.send(api::calls::setSurveyStatus(id, api::SurveyStatus::Active));
    if (answer && answer->changed)
        co_return answer;
    if (!answer && !mayHaveActed(answer.error()))
        co_return answer;
    const auto there = co_await client.send(api::calls::survey(id));
    if (there && there->status == api::SurveyStatus::Active)
        co_return api::Done {};
    if (!answer)
        co_return answer;
    api::ApiError refused;
    refused.kind = api::ErrorKind::Rejected;
    refused.serverMessage = answer->message;
    co_return tl::unexpected(refused);
}

class ClientCalls : public CreationCalls
{
public:
    explicit ClientCalls(api::Client &client)
        : m_client(client)
    {
    }

    api::Task<QList<api::Survey>> list() override { return allSurveys(m_client); }
    api::Task<api::Survey> create(api::NewSurvey survey) override
    {
        return m_client.send(api::calls::createSurvey(survey));
    }
    api::Task<api::Interlocking> grid(api::SurveyId id) override
    {
        return m_client.send(api::calls::interlocking(id));
    }
    api::Task<api::Interlocking> interlock(api::SurveyId id,
                                           QList<api::QualificationCode> codes) override
    {
        return interlockOnce(m_client, id, codes);
    }
    api::Task<api::Interlocking> setCells(api::SurveyId id, QList<api::CellChange> changes) override
    {
        return setCellsOnce(m_client, id, changes);
    }
    api::Task<api::Done> activate(api::SurveyId id) override { return activateOnce(m_client, id); }

private:
    api::Client &m_client;
};

} // namespace

std::unique_ptr<CreationCalls> creationCalls(api::Client &client)
{
    return std::make_unique<ClientCalls>(client);
}

} // namespace models
