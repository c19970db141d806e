#include "api/flows/qualifications.h"

#include "api/calls/qualifications.h"
#include "api/flows/settle.h"

#include <algorithm>

namespace api::flows {

namespace {

template <class T>
bool areAlike(QList<T> one, QList<T> other)
{
    return one.size() == other.size()
        && std::is_permutation(one.cbegin(), one.cend(), other.cbegin());
}

QStringList sorted(QStringList codes)
{
    codes.sort();
    return codes;
}

bool areHeld(const QList<Qualification> &there, const Targeting &wanted)
{
    return std::ranges::any_of(there, [&wanted](const Qualification &one) {
        return one.code == wanted.code && flows::holds(one, wanted);
    });
}

bool has(const QList<Qualification> &there, QualificationCode code)
{
    return std::ranges::find(there, code, &Qualification::code) != there.end();
}

} // namespace

bool holds(const Qualification &there, const Targeting &wanted)
{
    if (there.kind != wanted.kind)
        return false;
    switch (wanted.kind) {
    case QualificationKind::Options: {
        QList<int> codes;
        for (const Condition &condition : there.conditions)
            codes.append(condition.code);
        return areAlike(codes, wanted.options);
    }
    case QualificationKind::Ranges:
        return areAlike(there.ranges, wanted.ranges);
    case QualificationKind::ZipCodes:
        break; // there may be 40,000 of them
    }
    return sorted(there.zipCodes) == sorted(wanted.zipCodes);
}

Task<Done> addQualifications(Client &client, SurveyId id, QList<Targeting> targeting)
{
    const auto answer = co_await client.send(calls::addQualifications(id, targeting));
    if (!needsLook(answer))
        co_return answer;
    const auto there = co_await client.send(calls::qualifications(id));
    const bool hasAll = there && std::ranges::all_of(targeting, [&there](const Targeting &wanted) {
                            return areHeld(*there, wanted);
                        });
    if (!hasAll)
        co_return asFailure(answer);
    co_return Done {!answer, {}};
}

Task<Qualification> readQualification(Client &client, SurveyId id, QualificationCode code,
                                      Cancellation cancellation)
{
    auto answer = co_await client.send(calls::qualification(id, code), cancellation);
    if (answer && answer->code == code)
        co_return answer;
    if (!answer && answer.error().kind != ErrorKind::Malformed)
        co_return answer;
    // Another one came, or several: a service that doesn't look at X-Qualification-Id.
    const auto all = co_await client.send(calls::qualifications(id), cancellation);
    if (!all)
        co_return tl::make_unexpected(all.error());
    const auto found = std::ranges::find(*all, code, &Qualification::code);
    if (found != all->end())
        co_return *found;
    co_return tl::make_unexpected(notThere(calls::qualification(id, code)));
}

Task<QualificationUpdate> updateQualification(Client &client, SurveyId id, Targeting targeting)
{
    const QList<Targeting> all {targeting};
    const Cancellation never;
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::updateQualifications(id, all));
        if (!answer && !mayHaveActed(answer.error()))
            co_return tl::unexpected(answer.error());
        const auto there = co_await readQualification(client, id, targeting.code, never);
        if (there && holds(*there, targeting))
            co_return QualificationUpdate {};
        if (answer && answer->changed)
            co_return QualificationUpdate {there ? std::optional(*there) : std::nullopt};
        if (answer)
            co_return tl::unexpected(there ? refusal(answer->message) : there.error());
        const bool differs = there && isUnclear(answer.error());
        if (!differs || sent == 2)
            co_return tl::unexpected(answer.error());
    }
}

Task<Done> deleteQualification(Client &client, SurveyId id, QualificationCode code)
{
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::deleteQualification(id, code));
        if (answer && answer->changed)
            co_return answer;
        if (!answer && !mayHaveActed(answer.error()))
            co_return answer;
        const auto there = co_await client.send(calls::qualifications(id));
        if (there && !has(*there, code))
            co_return Done {sent > 1 || (!answer && isUnclear(answer.error())), {}};
        if (answer)
            co_return tl::unexpected(refusal(answer->message));
        const bool differs = there && isUnclear(answer.error());
        if (!differs || sent == 2)
            co_return answer;
    }
}

} // namespace api::flows
