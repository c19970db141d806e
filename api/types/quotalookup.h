// Finding what is wanted of one target among quotas.
#pragma once

#include "api/types/quota.h"

#include <optional>

namespace api {

/// Zip codes are compared as a set: the server may give them back in another order.
bool isSame(const QuotaTarget &left, const QuotaTarget &right);

/// Nothing where the target has no quota of its own: the default, all completes.
std::optional<int> requiredCount(const QList<Quota> &quotas, QualificationCode code,
                                 const QuotaTarget &target);

/// Whether `quotas` have all that `wanted` names, with the same counts.
bool holds(const QList<Quota> &quotas, const QList<Quota> &wanted);

} // namespace api
