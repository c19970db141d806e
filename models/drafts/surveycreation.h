// Creates a survey step by step: each result is written before the next, and nothing is done twice.
#pragma once

#include "models/drafts/creationcalls.h"
#include "models/drafts/creationintent.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace models {

class Database;

/// One creation at a time. The survey is sent once; when its fate is unknown the creation looks for
/// it by itself with growing pauses and at checkAgain(), and never sends it again but by
/// createAgain(). Later steps read back after an unclear failure and can be retried.
class SurveyCreation : public QObject
{
    Q_OBJECT

public:
    /// Where it stands as a whole.
    enum class State { Idle, Running, Failed, Unknown, Finished };

    struct Step
    {
        CreationStep step = CreationStep::Survey;
        StepState state = StepState::Waiting;
        QString note; ///< translated; what is to be said beside the state
        bool operator==(const Step &) const = default;
    };

    SurveyCreation(CreationCalls &calls, Database &database, QString account,
                   QObject *parent = nullptr);

    /// Only when Idle, or Failed before the survey was created: then the draft replaces the last.
    /// `draftId`: the draft that is kept until the survey is there; empty without one.
    void start(const SurveyDraft &draft, bool activates, const QString &draftId = {});
    /// Takes up one that intents::open() found.
    void resume(const CreationIntent &intent);
    void retry(); ///< Failed: goes on from the failed step
    void checkAgain(); ///< Unknown: looks the list up
    void adopt(const api::SurveyId &id); ///< Unknown: the person says which of matches() it is
    /// Unknown: looks once more, then sends a second time. Only after the person confirmed.
    void createAgain();
    void dismiss(); ///< Unknown: don't ask again; the row stays

    State state() const { return m_state; }
    const QList<Step> &steps() const { return m_steps; }
    const CreationIntent &intent() const { return m_intent; }
    bool isSurveyCreated() const { return m_intent.state == IntentState::Created; }
    /// Of the failed step; nothing when problem() says it.
    const std::optional<api::ApiError> &error() const { return m_error; }
    QString problem() const { return m_problem; } ///< translated; empty without one
    const QList<api::Survey> &matches() const { return m_matches; } ///< several may be it
    void setPauses(const QList<std::chrono::milliseconds> &pauses) { m_pauses = pauses; }

Q_SIGNALS:
    void changed();
    void surveyCreated(const api::Survey &survey); ///< to be shown in the list
    void activating(const api::SurveyId &id); ///< the call is about to leave
    void activated(const api::SurveyId &id, bool isSet); ///< it has ended
    void finished(const api::SurveyId &id);

private:
    Step &step(CreationStep which);
    void set(CreationStep which, StepState state, const QString &note = {});
    void setState(State state);
    void fail(CreationStep which, const api::ApiError &error);
    void failWith(CreationStep which, const QString &problem);
    void become(const SurveyDraft &draft, bool activates);
    void save(std::function<void(bool)> then);

    void takeSnapshot();
    void record(const QList<api::Survey> &there);
    void send();
    void onAnswer(const api::Result<api::Survey> &answer);
    void becomeUnknown(const QString &why);
    QList<api::Survey> couldBeIt(const QList<api::Survey> &there) const;
    void onLookup(const api::Result<QList<api::Survey>> &answer, bool createsAgain);
    void look(bool createsAgain);
    void created(const api::Survey &survey);

    void goOn();
    void runInterlocking();
    void takeFound(const api::Interlocking &grid);
    void onInterlocking(const api::Result<api::Interlocking> &answer);
    void create(const QList<api::QualificationCode> &codes);
    void runCells();
    void planCells(const api::Interlocking &grid);
    void onCells(const api::Result<api::Interlocking> &answer);
    void runExclusions();
    void exclude(const QList<api::SurveyId> &there);
    void onExcluded(const api::Result<api::Done> &answer);
    void haveExcluded();
    void runStatus();
    void onStatus(const api::Result<api::Done> &answer);

    CreationCalls &m_calls;
    Database &m_database;
    QString m_account;
    CreationIntent m_intent;
    QList<Step> m_steps;
    State m_state = State::Idle;
    std::optional<api::ApiError> m_error;
    QString m_problem;
    QList<api::Survey> m_matches;
    api::SurveyId m_answered; ///< of the answer that told another survey than was sent
    QStringList m_otherTerms; ///< what the service has otherwise than it was sent; until a retry
    std::optional<api::Interlocking> m_grid; ///< as the server last told it
    QTimer m_again;
    QList<std::chrono::milliseconds> m_pauses;
    qsizetype m_looks = 0; ///< how many of the pauses are over
    bool m_isLooking = false;
};

} // namespace models
