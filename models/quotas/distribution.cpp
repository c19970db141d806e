#include "models/quotas/distribution.h"

#include <algorithm>
#include <numeric>

namespace models {

namespace {
// A weight beyond this would overflow the product with the total.
constexpr qint64 largest = 1'000'000'000;
} // namespace

QList<int> distribute(int total, const QList<qint64> &weights)
{
    if (weights.isEmpty())
        return {};
    QList<qint64> parts(weights.size());
    std::ranges::transform(weights, parts.begin(),
                           [](qint64 weight) { return std::clamp<qint64>(weight, 0, largest); });
    qint64 sum = std::accumulate(parts.cbegin(), parts.cend(), qint64(0));
    if (sum == 0) {
        parts.fill(1);
        sum = parts.size();
    }
    const qint64 all = std::max(total, 0);
    QList<int> shares(parts.size());
    qint64 left = all;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        shares[i] = int(all * parts[i] / sum);
        left -= shares[i];
    }
    QList<qsizetype> order(parts.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::ranges::greater {},
                             [&](qsizetype i) { return all * parts[i] % sum; });
    for (qsizetype i = 0; i < left; ++i)
        ++shares[order[i]];
    return shares;
}

QList<int> distributeEvenly(int total, int count)
{
    return distribute(total, QList<qint64>(std::max(count, 0), 1));
}

} // namespace models
