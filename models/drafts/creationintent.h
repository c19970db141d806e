// The local record of a survey that is about to be created: written before the first byte leaves.
#pragma once

#include "models/drafts/surveydraft.h"

#include <QDateTime>
#include <QSqlDatabase>

namespace models {

/// What is known about the survey itself (reliability.md, Creating without an idempotency key).
enum class IntentState {
    Prepared, ///< nothing was sent, or it surely didn't arrive
    Sending, ///< found like this at the next start it is Unknown
    Unknown, ///< the server may have created it
    Created, ///< `survey` is its id
    Rejected, ///< the server said why not
    Dismissed, ///< the person no longer wants to be asked about it
};

/// What a creation is made of, in this order.
enum class CreationStep { Survey, Interlocking, Cells, Exclusions, Status };

enum class StepState {
    Waiting,
    Running,
    Done,
    Failed, ///< and the server's state is known: it may be tried again
    Unknown, ///< the server may have acted
    Left, ///< knowingly left as the server has it
};

struct CreationIntent
{
    QString uuid;
    SurveyDraft draft;
    bool activates = false;
    QList<api::SurveyId> knownIds; ///< what was there before it was sent
    IntentState state = IntentState::Prepared;
    api::SurveyId survey;
    QMap<CreationStep, StepState> extras; ///< the steps after the survey that this creation has
    QString followedBy; ///< the uuid of the creation that was started although this one is unknown
    QString draftId; ///< the draft that it was begun from; empty: none is kept
    QDateTime created; ///< UTC
    bool operator==(const CreationIntent &) const = default;
};

/// Whether steps after the survey are still to be done.
bool isUnfinished(const CreationIntent &intent);

namespace intents {

/// SHA-256 of the request's body: two creations of one fingerprint can't both be in doubt.
QByteArray fingerprint(const SurveyDraft &draft);

/// Adds or replaces. False when the database refuses: disk full, or another creation of the same
/// fingerprint is in doubt. Rows are never deleted.
bool save(QSqlDatabase &database, const QString &account, const CreationIntent &intent);

/// Whether another creation with this draft's fingerprint is in doubt.
bool isInDoubt(QSqlDatabase &database, const QString &account, const CreationIntent &intent);

/// Those that need a person: in doubt, or created with steps left. Oldest first; `Sending` is told
/// as `Unknown`, since the program that was sending is gone.
QList<CreationIntent> open(QSqlDatabase &database, const QString &account);

/// Those that a person gave up while they were in doubt, if begun after `since`: what they may have
/// made can still appear. Without those surveys that other creations are known to have made.
QList<CreationIntent> givenUp(QSqlDatabase &database, const QString &account,
                              const QDateTime &since);

/// The creation of a survey that this program made for the account; nothing for others.
std::optional<CreationIntent> find(QSqlDatabase &database, const QString &account,
                                   const api::SurveyId &survey);

} // namespace intents
} // namespace models
