// Submitted reconciliations in the local database: written before they are sent, never dropped.
#pragma once

#include "api/types/ids.h"
#include "models/reconciliation/shareduids.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSqlDatabase>

#include <optional>

namespace models {

enum class SubmissionState {
    Sending, ///< about to be sent, or the program ended then: as Unknown after a restart
    Submitted, ///< the server took it
    Processing, ///< the server says so
    Completed, ///< `accepted` holds
    Rejected, ///< the server refused it, or it never left
    Unknown, ///< sent, and no clear answer came
};

struct SubmissionRecord
{
    qint64 id = 0; ///< 0: not in the database; made elsewhere and known from the server alone
    api::SurveyId survey;
    QString email;
    SharedUids uids = std::make_shared<api::UidList>();
    QByteArray fingerprint;
    QDateTime submitted;
    SubmissionState state = SubmissionState::Sending;
    QString message; ///< the server's own sentence
    SharedUids accepted = std::make_shared<api::UidList>();
    QDateTime answered; ///< when `state` was last told; invalid before
    QString word; ///< the service's own status of it, as it came; empty until it named one
    /// What the service had before this was sent (markOf); empty: not known.
    QByteArray before;
    bool operator==(const SubmissionRecord &) const = default;
};

/// A record without its lists.
struct SubmissionSummary
{
    SubmissionState state = SubmissionState::Sending;
    QDateTime submitted;
    std::optional<qint64> submittedCount; ///< of all its lists; nothing while it is counted
    qint64 acceptedCount = 0;
    QString word; ///< as in the record
    bool operator==(const SubmissionSummary &) const = default;
};

SubmissionSummary summaryOf(const SubmissionRecord &record, std::optional<qint64> submitted);
/// The lists that the service may have: a refused one isn't among them. Each once, oldest first.
QList<SharedUids> submittedLists(const QList<SubmissionRecord> &records);
/// How many UIDs these lists hold, each once. Takes long where there are several.
qint64 uidCount(const QList<SharedUids> &lists);
/// Not submitted, or refused: it has yet to be done.
bool isUnsettled(SubmissionState state);

namespace reconciliationtable {

/// Of one survey, oldest first. One that was being sent comes as Unknown.
QList<SubmissionRecord> read(QSqlDatabase &database, const QString &account,
                             const api::SurveyId &survey);
/// The one of each survey whose answer counts (ReconciliationStore::latest).
QHash<api::SurveyId, SubmissionSummary> summaries(QSqlDatabase &database, const QString &account);
/// Its id; 0 when it could not be written, and then it must not be sent.
qint64 insert(QSqlDatabase &database, const QString &account, const SubmissionRecord &record);
void update(QSqlDatabase &database, const SubmissionRecord &record);

} // namespace reconciliationtable

} // namespace models
