// The questions to the feasibility service of one connection: asked in turn, kept with the answers.
#pragma once

#include "api/http/client.h"
#include "models/feasibility/feasibilityrun.h"

#include <QObject>

namespace models {

class Database;

/// One run at a time and one call at a time. Each answer is written down as it comes, so that what
/// was asked isn't lost by a cancel, a failure or the program's end; a run goes on where it
/// stopped.
class FeasibilityStore : public QObject
{
    Q_OBJECT

public:
    /// `account`: whose rows in the database (Session::account).
    FeasibilityStore(api::Client &client, Database &database, QString account,
                     QObject *parent = nullptr);
    ~FeasibilityStore() override; ///< cancels

    void load(); ///< then `changed`
    const QList<FeasibilityRun> &runs() const { return m_runs; } ///< newest first
    const FeasibilityRun *find(const QString &uuid) const; ///< nullptr when unknown

    /// Asks for all `points` of `draft`; a run that is busy is cancelled. The new run's uuid.
    QString ask(const SurveyDraft &draft, const QString &locale,
                const QList<FeasibilityPoint> &points);
    void resume(const QString &uuid); ///< asks what waits in it
    void retry(); ///< goes on with the run that the error stopped
    void cancel(); ///< what was answered stays
    void remove(const QString &uuid);
    void restore(); ///< brings back what remove() took last

    QString running() const { return m_running; } ///< uuid; empty when nothing is asked
    /// Why the last run stopped; a point for which the server has no figure is no reason.
    const std::optional<api::ApiError> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void askNext();
    void take(const api::Result<api::Feasibility> &answer);
    void keep(int place);
    FeasibilityRun *current();

    api::Client &m_client;
    Database &m_database;
    QString m_account;
    QList<FeasibilityRun> m_runs;
    FeasibilityRun m_removed;
    QString m_running;
    QString m_stopped; ///< the run that the error stopped
    std::optional<api::ApiError> m_error;
    api::Cancellation m_cancellation;
    int m_call = 0; ///< tells answers apart
    int m_place = 0; ///< of the point that is asked now
};

} // namespace models
