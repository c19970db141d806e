// What a submission means before it is sent: how many completes are paid for, how many left out.
#pragma once

#include "api/types/money.h"

namespace models {

struct Settlement
{
    qint64 submitted = 0;
    api::Money toPay; ///< submitted × CPI, if all are accepted
    qint64 leftOut = 0; ///< completes that the list lacks; 0 when it has more
    double leftOutShare = 0; ///< of the completes; 0 to 1
    api::Money notPaid; ///< leftOut × CPI
    qint64 surplus = 0; ///< UIDs beyond the completes: strangers are among them
    bool operator==(const Settlement &) const = default;
};

/// `completes` is the service's own count, `cpi` the survey's.
Settlement settle(qint64 submitted, qint64 completes, api::Money cpi);

} // namespace models
