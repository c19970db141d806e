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
    if (answer || !isUnclear(answer.error()))
        co_return answer;
    const auto there = co_await client.send(calls::qualifications(id));
    if (!there)
        co_return answer;
    for (const Targeting &wanted : targeting) {
        if (!areHeld(*there, wanted))
            co_return answer;
    }
    co_return Done {};
}

Task<Done> updateQualification(Client &client, SurveyId id, Targeting targeting)
{
    const QList<Targeting> all {targeting};
    for (int sent = 1;; ++sent) {
        const auto answer = co_await client.send(calls::updateQualifications(id, all));
        if (answer && answer->changed)
            co_return answer;
        if (!answer && !mayHaveActed(answer.error()))
            co_return answer;
        const auto there = co_await client.send(calls::qualifications(id));
        if (there && areHeld(*there, targeting))
            co_return Done {};
        if (answer)
            co_return tl::unexpected(refusal(answer->message));
        const bool differs = there && isUnclear(answer.error());
        if (!differs || sent == 2)
            co_return answer;
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
