#include "models/reconciliation/settlement.h"

#include <algorithm>

namespace models {

Settlement settle(qint64 submitted, qint64 completes, api::Money cpi)
{
    const qint64 leftOut = std::max<qint64>(0, completes - submitted);
    return {.submitted = submitted,
            .toPay = cpi * submitted,
            .leftOut = leftOut,
            .leftOutShare = completes > 0 ? double(leftOut) / double(completes) : 0,
            .notPaid = cpi * leftOut,
            .surplus = std::max<qint64>(0, submitted - completes)};
}

} // namespace models
