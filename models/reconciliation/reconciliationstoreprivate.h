// The inside of ReconciliationStore: sending once, and looking again until all is settled.
#pragma once

#include "api/calls/reconciliation.h"
#include "models/reconciliation/finding.h"
#include "models/reconciliation/reconciliationstore.h"

#include <QHash>
#include <QSet>

namespace models {

struct ReconciliationStore::Private
{
    /// Who began a look: a person hears of every failure, a repetition says nothing.
    enum class Asker { Person, Program, Repetition };

    /// Of one survey.
    struct Entry
    {
        QList<SubmissionRecord> records;
        bool isLoading = false; ///< or loaded
        bool isLoaded = false; ///< answers are judged by what is kept, so that comes first
        bool isSubmitting = false;
        bool isAsking = false; ///< a look is under way
        std::optional<Asker> wish; ///< to look once all is loaded
        api::Cancellation look;
        int turn = 0; ///< counts looks: a pause that was overtaken ends without one
        std::chrono::milliseconds pause {0}; ///< before the next repetition
        QDateTime checked; ///< when the service last said what it has
        QList<SharedUids> counted; ///< the lists whose UIDs were counted last
        std::optional<qint64> submitted; ///< how many these are; nothing while they are counted
    };

    /// Whose answer counts: a refused attempt doesn't hide the one that was taken before.
    static SubmissionRecord *latestOf(Entry &entry);
    static const SubmissionRecord *latestOf(const Entry &entry);

    void keep(const SubmissionRecord &record);
    void seeWhatIsThere(SubmissionRecord record); ///< before anything is sent
    void write(SubmissionRecord record);
    void send(SubmissionRecord record, qint64 id);
    void answered(const api::SurveyId &survey, qint64 id, const api::Result<api::Done> &answer);
    void giveUp(const api::SurveyId &survey, const api::ApiError &error); ///< nothing was sent

    void load(const api::SurveyId &survey);
    void look(const api::SurveyId &survey, Asker asker);
    void stopLooking(const api::SurveyId &survey);
    void goOnLooking(const api::SurveyId &survey); ///< where it is still open
    void judge(const api::SurveyId &survey, const api::Reconciliation &answer, int turn);
    void seen(const api::SurveyId &survey, const Finding &found);
    void failed(const api::SurveyId &survey, const api::ApiError &error, Asker asker);
    void lookLater(const api::SurveyId &survey, std::chrono::milliseconds pause);
    void take(const api::SurveyId &survey, const QList<SubmissionRecord> &kept);
    void tell(const api::SurveyId &survey); ///< `changed`, and the summary follows
    /// How many UIDs the service may have, each once; several lists are counted beside the
    /// interface.
    std::optional<qint64> submittedOf(const api::SurveyId &survey);
    void askNext(); ///< of the waiting ones
    void heard(const api::SurveyId &survey); ///< the end of a look

    ReconciliationStore *q;
    api::Client &client;
    Database &database;
    QString account;
    api::flows::Pauses pauses {};
    QHash<api::SurveyId, Entry> entries {};
    QHash<api::SurveyId, SubmissionSummary> summaries {};
    bool isRead = false; ///< the summaries of the database
    QList<api::SurveyId> waiting {}; ///< to be looked at in turn
    QSet<api::SurveyId> asked {}; ///< of those, which wait for their answer
    int checks = 0; ///< how many there were since none was left
};

} // namespace models
