// The surveys of one connection: last known ones from the database first, then the server's.
#pragma once

#include "api/flows/surveys.h"
#include "api/http/client.h"
#include "models/surveys/snapshot.h"
#include "models/surveys/surveynews.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace api::flows {
struct ListEnd;
}

namespace models {

class Database;

/// Owns the rows and the calls that get them; item models present them. One refresh at a time.
class SurveyStore : public QObject
{
    Q_OBJECT

public:
    using StatusHandler = std::function<void(const api::Result<api::flows::StatusChange> &)>;

    /// `account`: whose rows in the database (Session::account).
    SurveyStore(api::Client &client, Database &database, QString account,
                QObject *parent = nullptr);
    ~SurveyStore() override;

    void loadCached(); ///< from the database, then `changed`
    void refresh(); ///< all pages from the server; `changed` as they arrive
    void refreshOne(const api::SurveyId &id); ///< `surveyChanged` or `oneFailed`
    void cancel(); ///< stops a refresh; what has arrived stays
    /// `statusSet` or `statusFailed`; read back after an unclear failure (flows::setStatus).
    void setStatus(const api::SurveyId &id, api::SurveyStatus status);
    /// The same, but only while the service still has the status `from` (flows::changeStatus).
    /// `handle` gets what became of it later, before the signals, if `context` still exists then.
    void changeStatus(const api::SurveyId &id, api::SurveyStatus from, api::SurveyStatus to,
                      QObject *context, StatusHandler handle);

    /// `termsSet` or `termsFailed`; read back after an unclear failure (flows::setTerms).
    void setTerms(const api::SurveyId &id, const api::SurveyChange &change);
    /// The same, but only while the service still has the terms that are known here: what was
    /// changed elsewhere meanwhile is adopted, and nothing is sent (`termsElsewhere`).
    void changeTerms(const api::SurveyId &id, const api::SurveyChange &change);
    /// What was seen of a survey, up to the last `surveyChanged` or `changed`; `handle` gets it
    /// later if `context` still exists then.
    void askHistory(const api::SurveyId &id, QObject *context,
                    std::function<void(const History &)> handle);

    const QList<api::Survey> &surveys() const;
    const api::Survey *find(const api::SurveyId &id) const; ///< nullptr when unknown
    bool isBusy() const; ///< a refresh of the list runs
    bool isCacheRead() const; ///< before, an empty list says nothing
    bool isIncomplete() const; ///< the last refresh could not read all pages
    QDateTime updated() const; ///< when the server last answered; invalid before

    /// Adds or replaces one. A refresh that runs meanwhile doesn't undo it.
    void adopt(const api::Survey &survey);
    void addCreated(const api::Survey &survey); ///< adopts what this program created: `created`
    /// Another part of the program sets the status by a call of its own: what is read until
    /// endStatus() is not taken for a change made elsewhere.
    void beginStatus(const api::SurveyId &id);
    /// That call has ended. When the status is set it is adopted, and `written`.
    void endStatus(const api::SurveyId &id, api::SurveyStatus status, bool isSet);

Q_SIGNALS:
    void changed(const models::SurveyNews &news);
    void surveyChanged(const api::SurveyId &id);
    void busyChanged(bool busy);
    void failed(const api::ApiError &error);
    void oneFailed(const api::SurveyId &id, const api::ApiError &error);
    /// `begun` (UTC): when the write was asked for. An edit that was kept later is the newer one.
    void statusSet(const api::SurveyId &id, api::SurveyStatus status, const QDateTime &begun);
    void statusFailed(const api::SurveyId &id, const api::ApiError &error, const QDateTime &begun);
    void termsSet(const api::SurveyId &id, const api::SurveyChange &change, const QDateTime &begun);
    void termsFailed(const api::SurveyId &id, const api::ApiError &error);
    /// The service had another status than expected, and nothing was sent.
    void statusElsewhere(const api::SurveyId &id, api::SurveyStatus there, const QDateTime &begun);
    /// A status could not be sent and nothing has left (mayWait): it may be kept and sent later.
    /// `from`: the one that was known when it was asked for.
    void statusUnsent(const api::SurveyId &id, api::SurveyStatus from, api::SurveyStatus to,
                      const QDateTime &begun);
    void termsUnsent(const api::SurveyId &id, const api::SurveyChange &change,
                     const QDateTime &begun); ///< likewise
    void termsElsewhere(const api::SurveyId &id); ///< nothing was sent
    void created(const api::Survey &survey); ///< by this program
    void written(const api::Survey &before, const api::Survey &after); ///< by this program
    void seen(const api::Survey &before, const api::Survey &after); ///< read, and it differs

private:
    void compare(const api::Survey &fresh);
    void takeStatus(const api::SurveyId &id, api::SurveyStatus status,
                    const std::optional<api::Survey> &before);
    void takePage(const QList<api::Survey> &page);
    void takeCached();
    struct StatusWrite
    {
        api::SurveyId id;
        api::SurveyStatus from;
        api::SurveyStatus to;
        QDateTime begun; ///< UTC
    };
    void takeChange(const StatusWrite &write, const api::Result<api::flows::StatusChange> &answer);
    void writeTerms(const api::SurveyId &id, const api::SurveyChange &change,
                    const QDateTime &begun);
    void tell();
    void finish(const api::Result<api::flows::ListEnd> &end);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
