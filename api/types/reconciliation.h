// Which respondents are paid for: what is submitted and what was accepted.
#pragma once

#include "api/types/uidlist.h"

#include <QString>

namespace api {

enum class ReconciliationStatus { Unknown, Processing, Completed };

/// Call 18. `acceptedUids` is empty while Processing.
struct Reconciliation
{
    ReconciliationStatus status = ReconciliationStatus::Unknown;
    QString statusText; ///< as it came
    int resultCount = 0;
    UidList acceptedUids;
    bool operator==(const Reconciliation &) const = default;
};

/// The body of call 19: at least one UID, none blank, none twice.
struct Submission
{
    QString contactEmail;
    UidList uids;
    bool operator==(const Submission &) const = default;
};

} // namespace api
