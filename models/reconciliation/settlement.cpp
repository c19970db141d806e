#include "models/reconciliation/settlement.h"

#include <algorithm>

namespace models {

std::optional<qint64> completesOf(const api::Survey &survey)
{
    return survey.knows(api::SurveyFigure::Complete)
        ? std::optional<qint64>(survey.progress.complete)
        : std::nullopt;
}

Settlement settle(qint64 submitted, std::optional<qint64> counted, const Prices &prices)
{
    const qint64 completes = counted.value_or(submitted);
    const qint64 leftOut = std::max<qint64>(0, completes - submitted);
    return {.submitted = submitted,
            .toPay = prices.costOf(submitted),
            .leftOut = leftOut,
            .leftOutShare = completes > 0 ? double(leftOut) / double(completes) : 0,
            .notPaid = prices.costOf(leftOut),
            .surplus = std::max<qint64>(0, submitted - completes),
            .knowsCompletes = counted.has_value()};
}

} // namespace models
