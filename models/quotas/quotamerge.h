// What saving quotas has to send, and what to do when the server changed them meanwhile.
#pragma once

#include "models/quotas/quotasheet.h"

#include <optional>

namespace models {

/// One target's quota as it was read, as edited here and as the server has it now; nothing: the
/// default, all completes.
struct QuotaConflict
{
    api::QualificationCode code;
    api::QuotaTarget target;
    std::optional<int> before;
    std::optional<int> mine;
    std::optional<int> theirs;
    bool operator==(const QuotaConflict &) const = default;
};

struct QuotaMerge
{
    QList<api::Quota> merged; ///< in a conflict it has mine
    QList<QuotaConflict> conflicts; ///< changed on both sides, and differently
};

/// The qualifications whose quotas differ from `before`, each with all its targets. A target that
/// went back to the default is sent with `completes`: the call replaces, it can't take one away.
/// Where they are unknown the default isn't sent: 0 would close the option.
QList<api::Quota> changedQuotas(const QList<api::Quota> &before, const QList<api::Quota> &mine,
                                int completes);

/// Takes what only one side changed.
QuotaMerge mergeQuotas(const QList<api::Quota> &before, const QList<api::Quota> &mine,
                       const QList<api::Quota> &theirs);

/// A row that was changed on both sides, and differently.
struct RowConflict
{
    qsizetype row = 0;
    std::optional<int> before;
    std::optional<int> theirs;
    std::optional<int> mine;
    bool operator==(const RowConflict &) const = default;
};

struct MergedSheet
{
    QuotaSheet sheet; ///< the fresh one's rows
    QList<RowConflict> conflicts; ///< in these the sheet holds mine over theirs
    bool operator==(const MergedSheet &) const = default;
};

/// What was edited in `mine`, over what the server has now. Edits of answers that the fresh sheet
/// has no row for are gone with them.
MergedSheet mergeSheet(const QuotaSheet &mine, const QuotaSheet &fresh);

/// One quota that the server has taken. Before: nothing where it had the default.
struct QuotaWrite
{
    api::QualificationCode code;
    api::QuotaTarget target;
    std::optional<int> before;
    int after = 0;
    bool operator==(const QuotaWrite &) const = default;
};

/// Nothing when the sheet has no such row.
std::optional<qsizetype> rowOf(const QuotaSheet &sheet, api::QualificationCode code,
                               const api::QuotaTarget &target);

/// The sheet after the server has taken them; what was edited again since stays an edit.
QuotaSheet written(const QuotaSheet &sheet, const QList<QuotaWrite> &writes);

} // namespace models
