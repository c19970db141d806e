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
    bool knowsCompletes = true; ///< false: what is left out, and the surplus, aren’t known
    bool operator==(const Settlement &) const = default;
};

/// The service's own count; nothing where it can’t be read.
std::optional<qint64> completesOf(const api::Survey &survey);

/// `completes` is the service's own count, `prices` what they cost.
Settlement settle(qint64 submitted, std::optional<qint64> completes, const Prices &prices);

} // namespace models
