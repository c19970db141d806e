// What a change of one qualification does to what was built on its answers: quotas and the grid.
#pragma once

#include "api/types/interlocking.h"
#include "models/drafts/surveydraft.h"

#include <optional>

namespace models {

/// What hangs on the answers of a survey's qualifications, as the server told it.
struct BuiltOnAnswers
{
    std::optional<QList<api::Quota>> quotas {}; ///< nothing: they couldn't be read
    std::optional<api::Interlocking> grid {};
    bool isWhole = true; ///< false: quotas or grid couldn't be read
    bool operator==(const BuiltOnAnswers &) const = default;
};

struct TargetingEffect
{
    int quotas = 0; ///< that count an answer which no longer qualifies
    QString grid; ///< "GENDER × AGE" when it is crossed in the grid and its answers change
    int cells = 0; ///< of that grid
    bool isWhole = true; ///< false: there may be more
    bool isNothing() const { return quotas == 0 && grid.isEmpty() && isWhole; }
    bool operator==(const TargetingEffect &) const = default;
};

/// `after` without an answer: the qualification is removed. The grid is tied to a qualification by
/// its title alone, as the server tells no more.
TargetingEffect effectOf(const TargetedQualification &before, const TargetedQualification &after,
                         const BuiltOnAnswers &built);

bool isCrossed(const api::Qualification &question, const BuiltOnAnswers &built);
QString gridTitle(const BuiltOnAnswers &built); ///< "GENDER × AGE"; empty without a grid
/// Nothing: unknown.
std::optional<int> quotaCount(api::QualificationCode code, const BuiltOnAnswers &built);

/// Whole sentences for the person; empty when nothing is touched. The vendor's text doesn't say
/// what becomes of them, so the words promise no more than can be seen.
QString effectText(const TargetingEffect &effect);

} // namespace models
