#include "models/reconciliation/settlement.h"

#include <algorithm>

namespace models {

Settlement settle(qint64 submitted, qint64 completes, const Prices &prices)
{
    const qint64 leftOut = std::max<qint64>(0, completes - submitted);
    return {.submitted = submitted,
            .toPay = prices.costOf(submitted),
            .leftOut = leftOut,
            .leftOutShare = completes > 0 ? double(leftOut) / double(completes) : 0,
            .notPaid = prices.costOf(leftOut),
            .surplus = std::max<qint64>(0, submitted - completes)};
}

} // namespace models
