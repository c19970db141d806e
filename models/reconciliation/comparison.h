// What became of a submitted list: accepted, left out, and accepted though never submitted.
#pragma once

#include "models/reconciliation/uidexport.h"
#include "models/reconciliation/uidrows.h"

#include <QCoreApplication>

namespace models {

/// Those that were submitted in their order, then those that never were. The service’s list may
/// name a UID twice: it counts once.
class Comparison : public UidRows
{
    Q_DECLARE_TR_FUNCTIONS(models::Comparison)

public:
    enum Kind { Accepted, NotAccepted, NeverSubmitted };
    static constexpr quint32 paid = 1U << Accepted | 1U << NeverSubmitted;

    Comparison() = default;
    /// `submitted` holds no UID twice.
    Comparison(SharedUids submitted, const api::UidList &accepted);

    QString word(int kind) const override;
};

/// UID, finding, and whether it was submitted and accepted. Of `rows`, which are a Comparison's.
UidSheet comparisonSheet(UidRows::Pointer rows, UidOrder::Pointer order);

/// UIDs are compared case-sensitively. For a worker thread when long.
std::shared_ptr<const Comparison> compare(const SharedUids &submitted, const SharedUids &accepted);

/// The UIDs of all lists, each once, in their order. For a worker thread when long.
SharedUids joined(const QList<SharedUids> &lists);

/// Of the sorted set: the same for the same UIDs in any order.
QByteArray fingerprint(const api::UidList &uids);

} // namespace models
