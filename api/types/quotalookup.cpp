#include "api/types/quotalookup.h"

#include <algorithm>

namespace api {

bool isSame(const QuotaTarget &left, const QuotaTarget &right)
{
    const auto *const some = std::get_if<QStringList>(&left);
    const auto *const others = std::get_if<QStringList>(&right);
    if (!some || !others)
        return left == right;
    QStringList first = *some;
    QStringList second = *others;
    first.sort();
    second.sort();
    return first == second;
}

std::optional<int> requiredCount(const QList<Quota> &quotas, QualificationCode code,
                                 const QuotaTarget &target)
{
    for (const Quota &quota : quotas) {
        if (quota.code != code)
            continue;
        for (const QuotaCriterion &criterion : quota.criteria) {
            if (isSame(criterion.target, target))
                return criterion.requiredCount;
        }
    }
    return std::nullopt;
}

bool holds(const QList<Quota> &quotas, const QList<Quota> &wanted)
{
    return std::ranges::all_of(wanted, [&](const Quota &quota) {
        return std::ranges::all_of(quota.criteria, [&](const QuotaCriterion &criterion) {
            return requiredCount(quotas, quota.code, criterion.target) == criterion.requiredCount;
        });
    });
}

} // namespace api
