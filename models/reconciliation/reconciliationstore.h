// The reconciliations of one connection: submitted once, looked at again until they are settled.
#pragma once

#include "api/flows/poll.h"
#include "models/reconciliation/comparison.h"
#include "models/reconciliation/reconciliationtable.h"

#include <QObject>

#include <optional>

namespace models {

class Database;

/// A submission is in the database before it is sent, and is never sent again by itself: when its
/// fate is unclear the service is asked what it has (call 18), and that is compared with what it
/// had before (models::isAnswerTo). Source: contract.md, calls 18 and 19.
class ReconciliationStore : public QObject
{
    Q_OBJECT

public:
    ReconciliationStore(api::Client &client, Database &database, QString account,
                        QObject *parent = nullptr);
    ~ReconciliationStore() override; ///< ends looking

    void setPauses(const api::flows::Pauses &pauses); ///< between two looks

    /// What is kept of the survey, then `changed`; one that isn't settled is looked at.
    void load(const api::SurveyId &survey);
    /// What is kept of all surveys, in short; those that aren't settled are looked at.
    void loadAll();
    /// Asks the service for each, a few at a time; one that is Processing again with growing
    /// pauses.
    void checkAll(const QList<api::SurveyId> &surveys);
    void stopChecks(); ///< those of checkAll() that haven't begun
    int checksLeft() const; ///< of checkAll()
    int
    checksBegun() const; ///< how many there were when the last of checkAll() began; 0: none left
    /// Reads what the service has, then sends once. Nothing is sent when the service can't be
    /// reached. `uids` must be good ones: none blank, none twice.
    void submit(const api::SurveyId &survey, const QString &email, SharedUids uids);
    void check(const api::SurveyId &survey); ///< asks the server now, then with growing pauses

    /// The last submission that wasn't rejected, else the last one; nothing when there is none.
    std::optional<SubmissionRecord> latest(const api::SurveyId &survey) const;
    QList<SubmissionRecord> records(const api::SurveyId &survey) const; ///< oldest first
    /// The latest of each survey; complete once isRead().
    const QHash<api::SurveyId, SubmissionSummary> &summaries() const;
    bool isRead() const;
    /// When the same set was submitted before and not rejected; invalid: never.
    QDateTime submittedBefore(const api::SurveyId &survey, const QByteArray &fingerprint) const;
    /// When the service last said what it has of the survey, or that it has nothing; invalid: not
    /// since the connection was opened.
    QDateTime checked(const api::SurveyId &survey) const;
    bool isSubmitting(const api::SurveyId &survey) const;
    bool isLooking(const api::SurveyId &survey) const; ///< it is asked just now

Q_SIGNALS:
    void changed(const api::SurveyId &survey);
    void summariesRead();
    void checksChanged(); ///< checksLeft()
    /// Its delivery says whether it was sent: then `latest` is Unknown or Rejected.
    void submitFailed(const api::SurveyId &survey, const api::ApiError &error);
    void checkFailed(const api::SurveyId &survey, const api::ApiError &error);
    /// It could not be written down, so nothing was sent.
    void notKept(const api::SurveyId &survey);
    void completed(const api::SurveyId &survey);
    void submitted(const models::SubmissionRecord &record); ///< sent; its state says how it ended

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// True for an address with a name, one @ and a domain with a dot, without blanks.
bool looksLikeEmail(const QString &text);

} // namespace models
