#include "api/flows/surveys.h"

#include "api/calls/surveys.h"
#include "api/flows/settle.h"

#include <QSet>

namespace api::flows {

namespace {

constexpr int mostPages = 500;

ApiError endless(int pages)
{
    ApiError error;
    error.kind = ErrorKind::Malformed;
    error.endpoint = QStringLiteral("endpoints/get_survey");
    error.detail = QStringLiteral("The list did not end after %1 pages.").arg(pages);
    return error;
}

bool hasTerms(const Survey &survey, const SurveyChange &change)
{
    return (!change.loi || survey.loi == double(*change.loi))
        && (!change.cpi || survey.cpi == *change.cpi);
}

} // namespace

Task<Done> eachSurvey(Client &client, std::function<void(QList<Survey>)> onPage,
                      Cancellation cancellation)
{
    QSet<SurveyId> seen;
    for (int page = 1; page <= mostPages; ++page) {
        auto answer = co_await client.send(calls::surveys(page), cancellation);
        if (!answer)
            co_return tl::unexpected(answer.error());
        QList<Survey> fresh = std::move(answer->surveys);
        fresh.removeIf([&seen](const Survey &survey) {
            const qsizetype before = seen.size();
            seen.insert(survey.id);
            return seen.size() == before;
        });
        if (fresh.isEmpty()) // the end, or a server that repeats itself
            co_return Done {};
        onPage(std::move(fresh));
    }
    co_return tl::unexpected(endless(mostPages));
}

Task<QList<Survey>> allSurveys(Client &client)
{
    QList<Survey> all;
    const std::function<void(QList<Survey>)> collect = [&all](const QList<Survey> &page) {
        all += page;
    };
    const auto end = co_await eachSurvey(client, collect);
    if (!end)
        co_return tl::unexpected(end.error());
    co_return all;
}

Task<Done> setStatus(Client &client, SurveyId id, SurveyStatus status)
{
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::setSurveyStatus(id, status));
        if (answer && answer->changed)
            co_return answer;
        if (!answer && !mayHaveActed(answer.error()))
            co_return answer;
        const auto there = co_await client.send(calls::survey(id));
        if (there && there->status == status)
            co_return Done {};
        if (answer)
            co_return tl::unexpected(refusal(answer->message));
        const bool differs = there && isUnclear(answer.error());
        if (!differs || sent == 2)
            co_return answer;
    }
}

Task<StatusChange> changeStatus(Client &client, SurveyId id, SurveyStatus from, SurveyStatus to)
{
    auto known = co_await client.send(calls::survey(id));
    if (!known) {
        known.error().delivery = Delivery::NotSent;
        co_return tl::unexpected(known.error());
    }
    if (known->status != from)
        co_return StatusChange {*known, false};
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::setSurveyStatus(id, to));
        if (answer && answer->changed) {
            known->status = to;
            known->statusText.clear();
            co_return StatusChange {*known};
        }
        if (!answer && !mayHaveActed(answer.error()))
            co_return tl::unexpected(answer.error());
        const auto there = co_await client.send(calls::survey(id));
        if (there && there->status != from)
            co_return StatusChange {*there};
        if (answer)
            co_return tl::unexpected(refusal(answer->message));
        const bool differs = there && isUnclear(answer.error());
        if (!differs || sent == 2)
            co_return tl::unexpected(answer.error());
    }
}

Task<Done> setTerms(Client &client, SurveyId id, SurveyChange change)
{
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::updateSurvey(id, change));
        if (answer && answer->changed)
            co_return Done {};
        if (!answer && !mayHaveActed(answer.error()))
            co_return tl::unexpected(answer.error());
        const auto there = co_await client.send(calls::survey(id));
        if (there && hasTerms(*there, change))
            co_return Done {};
        if (answer)
            co_return tl::unexpected(refusal(answer->message));
        const bool differs = there && isUnclear(answer.error());
        if (!differs || sent == 2)
            co_return tl::unexpected(answer.error());
    }
}

} // namespace api::flows
