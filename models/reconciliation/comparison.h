// What became of a submitted list: accepted, left out, and accepted though never submitted.
#pragma once

#include "api/types/money.h"
#include "api/types/uidlist.h"

namespace models {

struct Comparison
{
    api::UidList accepted; ///< all that the server accepted, each once
    api::UidList notAccepted; ///< submitted and not accepted
    api::UidList neverSubmitted; ///< accepted and not submitted
    bool operator==(const Comparison &) const = default;
};

/// UIDs are compared case-sensitively. For a worker thread when long.
Comparison compare(const api::UidList &submitted, const api::UidList &accepted);

/// Of the sorted set: the same for the same UIDs in any order.
QByteArray fingerprint(const api::UidList &uids);

} // namespace models
