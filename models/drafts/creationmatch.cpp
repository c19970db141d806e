#include "models/drafts/creationmatch.h"

#include "models/drafts/draftrules.h"

#include <QSet>

namespace models {

namespace {

bool agrees(const api::Survey &survey, const SurveyDraft &draft)
{
    return normalisedName(survey.name) == normalisedName(draft.name)
        && survey.country == draft.country && survey.language == draft.language
        && qFuzzyCompare(survey.loi, double(draft.loi))
        && qFuzzyCompare(survey.ir, double(draft.ir)) && survey.cpi == draft.cpi
        && survey.completeNeeded == draft.completes && survey.start == draft.start
        && survey.end == draft.end;
}

} // namespace

QList<api::Survey> candidates(const CreationIntent &intent, const QList<api::Survey> &surveys)
{
    const QSet<api::SurveyId> known(intent.knownIds.begin(), intent.knownIds.end());
    QList<api::Survey> found;
    for (const api::Survey &survey : surveys)
        if (!known.contains(survey.id) && agrees(survey, intent.draft))
            found.append(survey);
    return found;
}

bool surelyNotCreated(const api::ApiError &error)
{
    if (error.delivery != api::Delivery::Answered)
        return error.delivery == api::Delivery::NotSent;
    switch (error.kind) {
    case api::ErrorKind::Unauthorized:
    case api::ErrorKind::HashMismatch:
    case api::ErrorKind::NotFound:
    case api::ErrorKind::Conflict:
    case api::ErrorKind::Gone:
    case api::ErrorKind::Rejected:
    case api::ErrorKind::RateLimited:
        return true;
    default: // a server's error or an unreadable answer may have come after the deed
        return false;
    }
}

} // namespace models
