// The inside of ReconciliationStore: sending once, and looking again until all is settled.
#pragma once

#include "api/calls/reconciliation.h"
#include "models/reconciliation/reconciliationstore.h"

#include <QHash>
#include <QSet>

namespace models {

struct ReconciliationStore::Private
{
    /// Of one survey.
    struct Entry
    {
        QList<SubmissionRecord> records;
        bool isLoaded = false;
        bool isSubmitting = false;
        bool isLooking = false;
        api::Cancellation look;
    };

    /// Whose answer counts: a refused attempt doesn't hide the one that was taken before.
    static SubmissionRecord *latestOf(Entry &entry);
    static const SubmissionRecord *latestOf(const Entry &entry);

    void keep(const SubmissionRecord &record);
    void write(SubmissionRecord record);
    void send(SubmissionRecord record, qint64 id);
    void answered(const api::SurveyId &survey, qint64 id, const api::Result<api::Done> &answer);
    void look(const api::SurveyId &survey);
    void seen(const api::SurveyId &survey, const api::Reconciliation &answer);
    void failed(const api::SurveyId &survey, const api::ApiError &error);
    void take(const api::SurveyId &survey, const QList<SubmissionRecord> &kept);
    void tell(const api::SurveyId &survey); ///< `changed`, and the summary follows
    void askNext(); ///< of the waiting ones
    void heard(const api::SurveyId &survey); ///< the first answer of a look

    ReconciliationStore *q;
    api::Client &client;
    Database &database;
    QString account;
    api::flows::Pauses pauses {};
    QHash<api::SurveyId, Entry> entries {};
    QHash<api::SurveyId, SubmissionSummary> summaries {};
    bool isRead = false; ///< the summaries of the database
    QList<api::SurveyId> waiting {}; ///< to be looked at in turn
    QSet<api::SurveyId> asked {}; ///< of those, which wait for their first answer
};

} // namespace models
