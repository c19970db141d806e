// What the service has of a survey's reconciliation, and whether it answers what was submitted.
#pragma once

#include "api/types/reconciliation.h"
#include "models/reconciliation/reconciliationtable.h"

namespace models {

/// One answer of call 18, compared with the list that was submitted.
struct Finding
{
    api::ReconciliationStatus status = api::ReconciliationStatus::Unknown;
    QString word; ///< the service's own status, as it came
    SharedUids accepted = std::make_shared<api::UidList>();
    QByteArray mark; ///< markOf() the answer
    bool holdsOurs = false; ///< it accepted at least one of the submitted UIDs
};

/// Tells two answers apart: by their status and their set of UIDs. Never empty.
QByteArray markOf(const api::Reconciliation &answer);
/// The mark of a survey of which the service has no reconciliation.
QByteArray markOfNone();

/// For worker threads: up to a million UIDs on either side.
Finding examine(const api::Reconciliation &answer, const api::UidList &submitted);

/// Whether the finding can only be there because the service has this submission: what it had
/// before has changed since. Where it was still at work before, or nobody looked, only the
/// submission's own UIDs show it, or that the service said it took the list.
bool isAnswerTo(const SubmissionRecord &record, const Finding &found);

} // namespace models
