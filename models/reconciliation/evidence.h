// What was submitted, what was answered and when, as a bundle that others can check.
#pragma once

#include "api/types/survey.h"
#include "models/reconciliation/reconciliationtable.h"
#include "models/reconciliation/uidexport.h"
#include "models/surveys/prices.h"

namespace models {

struct Evidence
{
    api::Survey survey; ///< its id at least
    SubmissionRecord record;
    Prices prices; ///< of the survey's completes
    QString currency; ///< of the amounts: "USD"; empty when the service names none
    QList<SubmissionRecord> others; ///< of the same survey, oldest first
};

/// A zip archive: submission.json, the lists as text (submitted, and what the other submissions
/// held; once Completed also accepted, not accepted, never submitted; one UID a line), and
/// SHA256SUMS over all of them. Whole or not at all. Blocks: for worker threads.
UidExport writeEvidence(const Evidence &evidence, const QString &path, Work &work);

/// The first eight digits, by which people compare.
QString shortFingerprint(const QByteArray &fingerprint);

QString stateText(SubmissionState state); ///< "Processing"
/// The state, or the service's own `word` where it says more: "Manual review".
QString stateText(SubmissionState state, const QString &word);

} // namespace models
