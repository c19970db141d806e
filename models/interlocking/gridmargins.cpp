#include "models/interlocking/gridmargins.h"

#include "models/quotas/distribution.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QString nameOf(const api::QuotaTarget &target, const api::Qualification &qualification)
{
    if (const auto *const range = std::get_if<api::Range>(&target))
        return u"%1-%2"_s.arg(range->from).arg(range->to);
    if (const auto *const code = std::get_if<int>(&target)) {
        for (const api::Condition &condition : qualification.conditions) {
            if (condition.code == *code)
                return condition.name;
        }
        return {};
    }
    const auto &zipCodes = std::get<QStringList>(target);
    return zipCodes.size() == 1 ? zipCodes.first() : QString();
}

/// What a quota of each of answerNames() counts, in the same order.
QList<api::QuotaTarget> targetsOf(const api::Qualification &qualification)
{
    QList<api::QuotaTarget> targets;
    for (const api::Condition &condition : qualification.conditions)
        targets.append(condition.code);
    for (const api::Range &range : qualification.ranges)
        targets.append(range);
    for (const QString &zipCode : qualification.zipCodes)
        targets.append(QStringList {zipCode});
    return targets;
}

} // namespace

MarginQuotas marginQuotas(const InterlockingGrid &grid, const QList<api::Qualification> &ofSurvey,
                          const QList<api::Quota> &quotas)
{
    MarginQuotas all;
    for (const GridDimension &dimension : grid.dimensions) {
        all.append(QList<std::optional<int>>(dimension.options.size()));
        const auto told = std::ranges::find(ofSurvey, dimension.title, &api::Qualification::title);
        if (told == ofSurvey.end())
            continue;
        const auto quota = std::ranges::find(quotas, told->code, &api::Quota::code);
        if (quota == quotas.end())
            continue;
        for (const api::QuotaCriterion &criterion : quota->criteria) {
            const qsizetype at = dimension.options.indexOf(nameOf(criterion.target, *told));
            if (at >= 0)
                all.last()[at] = criterion.requiredCount;
        }
    }
    return all;
}

QList<api::Quota> quotasOfMargins(const InterlockingGrid &grid,
                                  const QList<api::Qualification> &ofSurvey)
{
    QList<api::Quota> quotas;
    const QList<QList<qint64>> sums = marginSums(grid);
    for (qsizetype dimension = 0; dimension < sums.size(); ++dimension) {
        const GridDimension &crossed = grid.dimensions[dimension];
        const auto told = std::ranges::find(ofSurvey, crossed.title, &api::Qualification::title);
        if (told == ofSurvey.end())
            continue;
        api::Quota quota {told->code, {}};
        const QStringList names = answerNames(*told);
        const QList<api::QuotaTarget> targets = targetsOf(*told);
        for (qsizetype option = 0; option < crossed.options.size(); ++option) {
            const qsizetype at = names.indexOf(crossed.options[option]);
            if (at >= 0)
                quota.criteria.append({int(sums[dimension][option]), targets[at]});
        }
        quotas.append(quota);
    }
    return quotas;
}

QList<qsizetype> optionsAt(const InterlockingGrid &grid, qsizetype cell)
{
    QList<qsizetype> options(grid.dimensions.size());
    for (qsizetype dimension = options.size() - 1; dimension >= 0; --dimension) {
        const qsizetype count = grid.dimensions[dimension].options.size();
        options[dimension] = cell % count;
        cell /= count;
    }
    return options;
}

QList<QList<qint64>> marginSums(const InterlockingGrid &grid)
{
    QList<QList<qint64>> sums;
    for (const GridDimension &dimension : grid.dimensions)
        sums.append(QList<qint64>(dimension.options.size()));
    for (qsizetype cell = 0; cell < grid.cells.size(); ++cell) {
        const QList<qsizetype> options = optionsAt(grid, cell);
        for (qsizetype dimension = 0; dimension < options.size(); ++dimension)
            sums[dimension][options[dimension]] += grid.cells[cell].current;
    }
    return sums;
}

QList<QList<qint64>> marginTargets(const InterlockingGrid &grid, const MarginQuotas &quotas,
                                   qint64 total)
{
    QList<QList<qint64>> targets;
    for (qsizetype dimension = 0; dimension < grid.dimensions.size(); ++dimension) {
        const qsizetype count = grid.dimensions[dimension].options.size();
        qint64 rest = total;
        int open = 0;
        for (qsizetype option = 0; option < count; ++option) {
            const auto quota = quotas.value(dimension).value(option);
            rest -= quota.value_or(0);
            open += quota ? 0 : 1;
        }
        const QList<int> shares = distributeEvenly(int(std::max(rest, qint64(0))), open);
        QList<qint64> all;
        int next = 0;
        for (qsizetype option = 0; option < count; ++option) {
            const auto quota = quotas.value(dimension).value(option);
            all.append(quota ? *quota : shares[next++]);
        }
        targets.append(all);
    }
    return targets;
}

} // namespace models
