// A grid of quotas over combinations of up to four qualifications, as the server tells it.
#pragma once

#include "api/types/ids.h"

#include <QList>
#include <QString>

namespace api {

/// One cell. `option` is the options' names joined by commas, and names contain commas:
/// it is never split blindly (contract.md, Values). `quota` is 1–10,000.
struct Combination
{
    CombinationId id;
    QString option;
    int quota = 0;
    bool operator==(const Combination &) const = default;
};

/// A qualification of the grid. `id` isn't the qualification's code (the sample has 2 for code 43),
/// so only the title ties it to the survey's own.
struct InterlockedQualification
{
    QString id;
    QString title;
    QString options; ///< names joined by commas, in the order of the combinations
    bool operator==(const InterlockedQualification &) const = default;
};

/// Calls 15–17. Combinations come in row-major order over `qualifications`.
struct Interlocking
{
    SurveyId survey;
    QList<Combination> combinations;
    QList<InterlockedQualification> qualifications;
    QString created; ///< in the server's zone, shown as it came
    QString updated;
    bool operator==(const Interlocking &) const = default;
};

/// One changed cell of call 17; `requiredCount` is 1–10,000.
struct CellChange
{
    CombinationId id;
    int requiredCount = 0;
    bool operator==(const CellChange &) const = default;
};

} // namespace api
