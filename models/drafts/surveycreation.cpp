#include "models/drafts/surveycreation.h"

#include "models/database/database.h"
#include "models/drafts/creationmatch.h"
#include "models/drafts/draftconversion.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace models {

SurveyCreation::SurveyCreation(CreationCalls &calls, Database &database, QString account,
                               QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_database(database)
    , m_account(std::move(account))
    , m_pauses {2s, 5s, 15s, 45s, 120s}
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] { look(false); });
}

void SurveyCreation::start(const SurveyDraft &draft, bool activates, const QString &draftId)
{
    const bool isFree = m_state == State::Idle || (m_state == State::Failed && !isSurveyCreated());
    if (!isFree)
        return;
    become(draft, activates);
    m_intent.draftId = draftId;
    takeSnapshot();
}

void SurveyCreation::become(const SurveyDraft &draft, bool activates)
{
    if (m_intent.uuid.isEmpty())
        m_intent.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_intent.draft = draft;
    m_intent.activates = activates;
    m_intent.created = QDateTime::currentDateTimeUtc();
    m_intent.state = IntentState::Prepared;
    m_intent.extras.clear();
    if (!draft.interlocked.isEmpty()) {
        m_intent.extras[CreationStep::Interlocking] = StepState::Waiting;
        m_intent.extras[CreationStep::Cells] = StepState::Waiting;
    }
    if (!draft.excluded.isEmpty())
        m_intent.extras[CreationStep::Exclusions] = StepState::Waiting;
    if (activates)
        m_intent.extras[CreationStep::Status] = StepState::Waiting;
    m_steps = {{CreationStep::Survey, StepState::Waiting, {}}};
    for (const auto &[step, state] : m_intent.extras.asKeyValueRange())
        m_steps.append({step, state, {}});
}

void SurveyCreation::resume(const CreationIntent &intent)
{
    if (m_state != State::Idle)
        return;
    become(intent.draft, intent.activates);
    m_intent = intent;
    for (const auto &[step, state] : intent.extras.asKeyValueRange())
        set(step, state);
    if (isSurveyCreated()) {
        set(CreationStep::Survey, StepState::Done);
        goOn();
        return;
    }
    becomeUnknown(tr("No answer came: the survey may be there or not."));
    look(false);
}

void SurveyCreation::retry()
{
    if (m_state != State::Failed)
        return;
    m_otherTerms.clear(); // the person has seen them
    if (isSurveyCreated())
        goOn();
    else
        takeSnapshot();
}

void SurveyCreation::takeSnapshot()
{
    set(CreationStep::Survey, StepState::Running);
    setState(State::Running);
    m_intent.state = IntentState::Prepared;
    save([this](bool isSaved) {
        if (!isSaved)
            return failWith(CreationStep::Survey,
                            tr("The local database can’t be written, so nothing was sent."));
        QCoro::connect(m_calls.list(), this, [this](api::Result<QList<api::Survey>> answer) {
            if (answer)
                record(*answer);
            else
                fail(CreationStep::Survey, answer.error());
        });
    });
}

void SurveyCreation::record(const QList<api::Survey> &there)
{
    enum class Saved { Yes, No, InDoubt };
    m_intent.knownIds.clear();
    for (const api::Survey &survey : there)
        m_intent.knownIds.append(survey.id);
    m_intent.state = IntentState::Sending;
    const auto work = [file = &m_database, account = m_account,
                       intent = m_intent](QSqlDatabase &database) {
        if (!file->report().isOpen)
            return Saved::No; // what is in memory is forgotten when the program ends
        if (intents::isInDoubt(database, account, intent))
            return Saved::InDoubt;
        return intents::save(database, account, intent) ? Saved::Yes : Saved::No;
    };
    m_database.ask(work, this, [this](Saved saved) {
        if (saved == Saved::Yes)
            return send();
        m_intent.state = IntentState::Prepared;
        failWith(CreationStep::Survey,
                 saved == Saved::No
                     ? tr("The local database can’t be written, so nothing was sent.")
                     : tr("The same survey was sent before and its fate is still unknown, so "
                          "nothing was sent. Check that one first."));
    });
}

void SurveyCreation::send()
{
    QCoro::connect(m_calls.create(toNewSurvey(m_intent.draft)), this,
                   [this](api::Result<api::Survey> answer) { onAnswer(answer); });
}

void SurveyCreation::onAnswer(const api::Result<api::Survey> &answer)
{
    // An id that was there before can't be the new survey's, nor one of another name: then only the
    // list can tell.
    const bool isNew = answer && !answer->id.isEmpty() && !m_intent.knownIds.contains(answer->id);
    if (isNew && isEchoOf(*answer, m_intent.draft)) {
        m_otherTerms = otherTerms(*answer, m_intent.draft);
        return created(filledUp(*answer, m_intent.draft));
    }
    if (!answer && surelyNotCreated(answer.error())) {
        const bool isSent = answer.error().delivery == api::Delivery::Answered;
        m_intent.state = isSent ? IntentState::Rejected : IntentState::Prepared;
        save([](bool) {});
        return fail(CreationStep::Survey, answer.error());
    }
    m_error = answer ? std::nullopt : std::optional(answer.error());
    m_answered = isNew ? answer->id : api::SurveyId();
    m_looks = 0;
    const bool isSilent = !answer && answer.error().httpStatus == 0;
    becomeUnknown(answer ? tr("The answer is about another survey: this one may be there or not.")
                      : isSilent ? tr("No answer came: the survey may be there or not.")
                                 : tr("The answer does not say whether the survey was created."));
    save([](bool) {});
}

void SurveyCreation::becomeUnknown(const QString &why)
{
    m_intent.state = IntentState::Unknown;
    set(CreationStep::Survey, StepState::Unknown, why);
    setState(State::Unknown);
    if (m_looks < m_pauses.size()) {
        const double jitter = 1.0 + 0.2 * QRandomGenerator::global()->generateDouble();
        const auto pause = double(m_pauses[m_looks++].count()) * jitter;
        m_again.start(std::chrono::milliseconds(qint64(pause)));
    }
}

void SurveyCreation::checkAgain()
{
    look(false);
}

void SurveyCreation::createAgain()
{
    look(true);
}

void SurveyCreation::look(bool createsAgain)
{
    if (m_state != State::Unknown || m_isLooking)
        return;
    m_isLooking = true;
    m_again.stop();
    m_matches.clear();
    set(CreationStep::Survey, StepState::Unknown, tr("Looking for it in the list of surveys…"));
    Q_EMIT changed();
    QCoro::connect(m_calls.list(), this,
                   [this, createsAgain](api::Result<QList<api::Survey>> answer) {
                       m_isLooking = false;
                       if (m_state == State::Unknown)
                           onLookup(answer, createsAgain);
                   });
}

void SurveyCreation::onLookup(const api::Result<QList<api::Survey>> &answer, bool createsAgain)
{
    if (!answer) {
        m_error = answer.error();
        return becomeUnknown(tr("The list could not be read, so it is still unknown."));
    }
    const QList<api::Survey> found = candidates(m_intent, *answer);
    if (found.size() == 1)
        return created(found.first());
    m_matches = found.isEmpty() ? couldBeIt(*answer) : found;
    if (!m_matches.isEmpty() || !createsAgain)
        return becomeUnknown(
            m_matches.isEmpty()
                ? tr("It isn’t in the list so far. It may still appear.")
                : tr("%n survey(s) of the list could be it.", "", int(m_matches.size())));
    CreationIntent former = m_intent;
    m_intent.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_intent.created = QDateTime::currentDateTimeUtc();
    former.state = IntentState::Dismissed;
    former.followedBy = m_intent.uuid;
    m_database.run([account = m_account, former](QSqlDatabase &database) {
        intents::save(database, account, former);
    });
    set(CreationStep::Survey, StepState::Running);
    setState(State::Running);
    record(*answer);
}

/// The survey that the answer told, though not as it was sent. Only the person can say.
QList<api::Survey> SurveyCreation::couldBeIt(const QList<api::Survey> &there) const
{
    const auto told = std::ranges::find(there, m_answered, &api::Survey::id);
    return m_answered.isEmpty() || told == there.end() ? QList<api::Survey>()
                                                       : QList<api::Survey> {*told};
}

void SurveyCreation::adopt(const api::SurveyId &id)
{
    const auto chosen = std::ranges::find(m_matches, id, &api::Survey::id);
    if (m_state == State::Unknown && chosen != m_matches.end())
        created(api::Survey(*chosen));
}

void SurveyCreation::dismiss()
{
    if (m_state != State::Unknown)
        return;
    m_again.stop();
    m_intent.state = IntentState::Dismissed;
    save([](bool) {});
    m_intent = {};
    m_steps.clear();
    setState(State::Idle);
}

void SurveyCreation::created(const api::Survey &survey)
{
    m_again.stop();
    m_matches.clear();
    m_intent.survey = survey.id;
    m_intent.state = IntentState::Created;
    set(CreationStep::Survey, StepState::Done,
        m_otherTerms.isEmpty() ? survey.code
                               : tr("The service has other values: %1.")
                                     .arg(QLocale().createSeparatedList(m_otherTerms)));
    setState(State::Running);
    Q_EMIT surveyCreated(survey);
    // What can't be written now is found again by looking the list up, so the steps may go on.
    save([this](bool) { goOn(); });
}

} // namespace models
