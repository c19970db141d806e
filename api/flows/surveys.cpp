#include "api/flows/surveys.h"

#include "api/calls/surveys.h"
#include "api/flows/settle.h"

#include <QSet>

namespace api::flows {

namespace {

constexpr int mostPages = 20'000; ///< a service that never ends its list has no surveys like that

/// What was seen of the list while its pages are read, each survey once.
class Pages
{
public:
    /// The surveys of a page that no page before had.
    QList<Survey> take(QList<Survey> page)
    {
        const qsizetype size = page.size();
        page.removeIf([this](const Survey &survey) {
            const qsizetype before = m_seen.size();
            m_seen.insert(survey.id);
            return m_seen.size() == before;
        });
        m_hasMoved = m_hasMoved || page.size() < size || (size > 0 && m_emptyPages > 0);
        m_isStuck = size > 0 && page.isEmpty();
        m_emptyPages = size > 0 ? 0 : m_emptyPages + 1;
        m_isLastShort = size > 0 ? size < m_longest : m_isLastShort;
        m_longest = std::max(m_longest, size);
        return page;
    }

    bool isAtEnd() const
    {
        return m_isStuck || m_emptyPages > 1 || (m_emptyPages == 1 && m_isLastShort);
    }
    bool isWhole() const { return !m_hasMoved; }

private:
    QSet<SurveyId> m_seen;
    qsizetype m_longest = 0;
    int m_emptyPages = 0; ///< since the last one that had something
    bool m_isLastShort = false;
    bool m_hasMoved = false; ///< rows came twice, or behind an empty page
    bool m_isStuck = false;
};

bool hasTerms(const Survey &survey, const SurveyChange &change)
{
    return (!change.loi || survey.loi == double(*change.loi))
        && (!change.cpi || survey.cpi == *change.cpi);
}

} // namespace

Task<ListEnd> eachSurvey(Client &client, std::function<void(QList<Survey>)> onPage,
                         Cancellation cancellation)
{
    Pages pages;
    for (int page = 1; page <= mostPages; ++page) {
        auto answer = co_await client.send(calls::surveys(page), cancellation);
        if (!answer)
            co_return tl::unexpected(answer.error());
        QList<Survey> fresh = pages.take(std::move(answer->surveys));
        if (!fresh.isEmpty())
            onPage(std::move(fresh));
        if (pages.isAtEnd())
            co_return ListEnd {pages.isWhole()};
    }
    co_return ListEnd {false};
}

Task<QList<Survey>> allSurveys(Client &client)
{
    QList<Survey> all;
    QSet<SurveyId> ids;
    const std::function<void(QList<Survey>)> collect = [&](const QList<Survey> &page) {
        for (const Survey &survey : page) {
            if (!ids.contains(survey.id))
                all.append(survey);
            ids.insert(survey.id);
        }
    };
    auto end = co_await eachSurvey(client, collect);
    if (end && !end->isWhole)
        end = co_await eachSurvey(client, collect);
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
        if (!answer && !mayHaveActed(answer.error()))
            co_return tl::unexpected(answer.error());
        const auto there = co_await client.send(calls::survey(id));
        const bool isTaken = answer && answer->changed;
        if (there && (isTaken || there->status != from))
            co_return StatusChange {*there};
        if (isTaken) { // by the service's word: it couldn't be read back
            known->status = to;
            known->statusText.clear();
            co_return StatusChange {*known};
        }
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
