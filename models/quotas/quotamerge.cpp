#include "models/quotas/quotamerge.h"

#include "api/types/quotalookup.h"

#include <algorithm>

namespace models {

namespace {

struct Key
{
    api::QualificationCode code;
    api::QuotaTarget target;
};

void addKeys(QList<Key> &keys, const QList<api::Quota> &quotas)
{
    for (const api::Quota &quota : quotas) {
        for (const api::QuotaCriterion &criterion : quota.criteria) {
            const bool isKnown = std::ranges::any_of(keys, [&](const Key &key) {
                return key.code == quota.code && api::isSame(key.target, criterion.target);
            });
            if (!isKnown)
                keys.append({quota.code, criterion.target});
        }
    }
}

void put(QList<api::Quota> &quotas, const Key &key, int count)
{
    const auto at = std::ranges::find(quotas, key.code, &api::Quota::code);
    if (at == quotas.end())
        quotas.append({key.code, {{count, key.target}}});
    else
        at->criteria.append({count, key.target});
}

} // namespace

QList<api::Quota> changedQuotas(const QList<api::Quota> &before, const QList<api::Quota> &mine,
                                int completes)
{
    QList<Key> keys;
    addKeys(keys, mine);
    addKeys(keys, before);
    QList<api::QualificationCode> changed;
    QList<api::Quota> all;
    for (const Key &key : keys) {
        const std::optional<int> was = api::requiredCount(before, key.code, key.target);
        const std::optional<int> now = api::requiredCount(mine, key.code, key.target);
        if (now || completes > 0)
            put(all, key, now.value_or(completes));
        if (now != was && (now || was != completes))
            changed.append(key.code);
    }
    all.removeIf([&](const api::Quota &quota) { return !changed.contains(quota.code); });
    return all;
}

QuotaMerge mergeQuotas(const QList<api::Quota> &before, const QList<api::Quota> &mine,
                       const QList<api::Quota> &theirs)
{
    QList<Key> keys;
    addKeys(keys, mine);
    addKeys(keys, theirs);
    addKeys(keys, before);
    QuotaMerge merge;
    for (const Key &key : keys) {
        const std::optional<int> was = api::requiredCount(before, key.code, key.target);
        const std::optional<int> ours = api::requiredCount(mine, key.code, key.target);
        const std::optional<int> other = api::requiredCount(theirs, key.code, key.target);
        if (ours != was && other != was && ours != other)
            merge.conflicts.append({key.code, key.target, was, ours, other});
        if (const std::optional<int> taken = ours == was ? other : ours)
            put(merge.merged, key, *taken);
    }
    return merge;
}

MergedSheet mergeSheet(const QuotaSheet &mine, const QuotaSheet &fresh)
{
    const QuotaMerge merge = mergeQuotas(mine.saved(), mine.quotas(), fresh.saved());
    MergedSheet merged {fresh, {}};
    const int completes = fresh.completes;
    for (qsizetype i = 0; i < fresh.rows.size(); ++i) {
        QuotaRow &row = merged.sheet.rows[i];
        if (const auto known = rowOf(mine, row.code, row.target))
            row.completes = mine.rows[*known].completes;
        const auto wanted = api::requiredCount(merge.merged, row.code, row.target);
        if (!wanted && row.saved == completes)
            continue; // the default, which can't be set, and what was sent for it
        row.current = wanted;
        const auto conflict =
            std::ranges::find_if(merge.conflicts, [&row](const QuotaConflict &each) {
                return each.code == row.code && api::isSame(each.target, row.target);
            });
        if (conflict != merge.conflicts.end())
            merged.conflicts.append({i, conflict->before, conflict->theirs, conflict->mine});
    }
    return merged;
}

std::optional<qsizetype> rowOf(const QuotaSheet &sheet, api::QualificationCode code,
                               const api::QuotaTarget &target)
{
    const auto found = std::ranges::find_if(sheet.rows, [&](const QuotaRow &row) {
        return row.code == code && api::isSame(row.target, target);
    });
    return found == sheet.rows.end() ? std::nullopt : std::optional(found - sheet.rows.begin());
}

QuotaSheet written(const QuotaSheet &sheet, const QList<QuotaWrite> &writes)
{
    QuotaSheet fresh = sheet;
    for (const QuotaWrite &write : writes) {
        const auto at = rowOf(sheet, write.code, write.target);
        if (!at)
            continue;
        QuotaRow &row = fresh.rows[*at];
        row.saved = write.after;
        if (row.current.value_or(sheet.completes) == write.after)
            row.current = write.after;
    }
    return fresh;
}

} // namespace models
