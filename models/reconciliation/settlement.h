// What a submission means before it is sent: how many completes are paid for, how many left out.
#pragma once

#include "models/surveys/prices.h"

namespace models {

struct Settlement
{
    qint64 submitted = 0;
    Cost toPay; ///< of those submitted, if all are accepted
    qint64 leftOut = 0; ///< completes that the list lacks; 0 when it has more
    double leftOutShare = 0; ///< of the completes; 0 to 1
    Cost notPaid; ///< of those left out
    qint64 surplus = 0; ///< UIDs beyond the completes: strangers are among them
    bool operator==(const Settlement &) const = default;
};

/// `completes` is the service's own count, `prices` what they cost.
Settlement settle(qint64 submitted, qint64 completes, const Prices &prices);

} // namespace models
