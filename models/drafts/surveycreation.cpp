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

SurveyCreation::Step &SurveyCreation::step(CreationStep which)
{
    return *std::ranges::find(m_steps, which, &Step::step);
}

void SurveyCreation::set(CreationStep which, StepState state, const QString &note)
{
    Step &one = step(which);
    one.state = state;
    one.note = note;
    if (which != CreationStep::Survey)
        m_intent.extras[which] = state;
}

void SurveyCreation::setState(State state)
{
    m_state = state;
    if (state == State::Running || state == State::Idle) {
        m_error.reset();
        m_problem.clear();
    }
    Q_EMIT changed();
}

void SurveyCreation::fail(CreationStep which, const api::ApiError &error)
{
    set(which, StepState::Failed);
    m_error = error;
    m_problem.clear();
    setState(State::Failed);
}

void SurveyCreation::failWith(CreationStep which, const QString &problem)
{
    set(which, StepState::Failed);
    m_error.reset();
    m_problem = problem;
    setState(State::Failed);
}

void SurveyCreation::save(std::function<void(bool)> then)
{
    const auto work = [file = &m_database, account = m_account,
                       intent = m_intent](QSqlDatabase &database) {
        return intents::save(database, account, intent) && file->report().isOpen;
    };
    m_database.ask(work, this, std::move(then));
}

void SurveyCreation::goOn()
{
    const auto next = std::ranges::find_if(m_steps, [](const Step &one) {
        return one.state != StepState::Done && one.state != StepState::Left;
    });
    if (next == m_steps.end()) {
        setState(State::Finished);
        return Q_EMIT finished(m_intent.survey);
    }
    set(next->step, StepState::Running);
    setState(State::Running);
    switch (next->step) {
    case CreationStep::Interlocking:
        return runInterlocking();
    case CreationStep::Cells:
        return runCells();
    case CreationStep::Exclusions:
        return runExclusions();
    case CreationStep::Status:
        return runStatus();
    case CreationStep::Survey:
        break;
    }
}

void SurveyCreation::runInterlocking()
{
    // A grid may be there from a try whose answer was lost: making another one would mint new ids.
    QCoro::connect(m_calls.grid(m_intent.survey), this,
                   [this](api::Result<api::Interlocking> answer) {
                       if (!answer)
                           fail(CreationStep::Interlocking, answer.error());
                       else if (answer->combinations.isEmpty())
                           create(m_intent.draft.interlocked);
                       else
                           takeFound(*answer);
                   });
}

/// Only a grid of the qualifications that were chosen is this creation's own.
void SurveyCreation::takeFound(const api::Interlocking &grid)
{
    if (isGridOf(m_intent.draft, grid))
        return onInterlocking(grid);
    QStringList titles;
    for (const api::InterlockedQualification &one : grid.qualifications)
        titles.append(one.title.trimmed());
    failWith(CreationStep::Interlocking,
             tr("The survey already has interlocking quotas of other qualifications: %1. Nothing "
                "was changed. Open the survey’s Interlocking to see them.")
                 .arg(QLocale().createSeparatedList(titles)));
}

void SurveyCreation::create(const QList<api::QualificationCode> &codes)
{
    QCoro::connect(m_calls.interlock(m_intent.survey, codes), this,
                   [this](const api::Result<api::Interlocking> &answer) {
                       // The answer to an unclear failure is a grid that was read.
                       if (answer && !isGridOf(m_intent.draft, *answer)
                           && qsizetype(gridCells(m_intent.draft).size())
                               != answer->combinations.size())
                           return takeFound(*answer);
                       onInterlocking(answer);
                   });
}

void SurveyCreation::onInterlocking(const api::Result<api::Interlocking> &answer)
{
    if (!answer)
        return fail(CreationStep::Interlocking, answer.error());
    m_grid = *answer;
    set(CreationStep::Interlocking, StepState::Done,
        tr("%n combination(s)", "", int(answer->combinations.size())));
    save([this](bool) { goOn(); });
}

void SurveyCreation::runCells()
{
    if (m_grid)
        return planCells(*m_grid);
    QCoro::connect(m_calls.grid(m_intent.survey), this,
                   [this](api::Result<api::Interlocking> answer) {
                       if (answer)
                           planCells(*answer);
                       else
                           fail(CreationStep::Cells, answer.error());
                   });
}

void SurveyCreation::planCells(const api::Interlocking &grid)
{
    m_grid = grid;
    const CellPlan plan = cellPlan(m_intent.draft, grid);
    if (!plan.isCertain) {
        set(CreationStep::Cells, StepState::Left,
            tr("The combinations can’t be told apart by their names, so they are left as the "
               "service has set them. Set them in the survey’s Interlocking."));
        return save([this](bool) { goOn(); });
    }
    if (plan.changes.isEmpty()) {
        set(CreationStep::Cells, StepState::Done);
        return save([this](bool) { goOn(); });
    }
    QCoro::connect(m_calls.setCells(m_intent.survey, plan.changes), this,
                   [this](const api::Result<api::Interlocking> &answer) { onCells(answer); });
}

void SurveyCreation::onCells(const api::Result<api::Interlocking> &answer)
{
    m_grid.reset(); // a retry begins with the server's own
    if (!answer)
        return fail(CreationStep::Cells, answer.error());
    const CellPlan rest = cellPlan(m_intent.draft, *answer);
    if (!rest.isCertain)
        return failWith(CreationStep::Cells,
                        tr("The service answered with combinations that can’t be told apart, so it "
                           "is not known whether it has taken the values. Compare them in the "
                           "survey’s Interlocking."));
    if (!rest.changes.isEmpty())
        return failWith(CreationStep::Cells,
                        tr("The service has kept other values in %n combination(s).", "",
                           int(rest.changes.size())));
    set(CreationStep::Cells, StepState::Done);
    save([this](bool) { goOn(); });
}

void SurveyCreation::runExclusions()
{
    // Some may be there from a try whose answer was lost: only those that are missing are added.
    QCoro::connect(m_calls.exclusions(m_intent.survey), this,
                   [this](const api::Result<QList<api::SurveyId>> &answer) {
                       if (answer)
                           exclude(*answer);
                       else
                           fail(CreationStep::Exclusions, answer.error());
                   });
}

void SurveyCreation::exclude(const QList<api::SurveyId> &there)
{
    QList<api::SurveyId> missing = m_intent.draft.excluded;
    missing.removeIf([&there](const api::SurveyId &id) { return there.contains(id); });
    if (missing.isEmpty())
        return haveExcluded();
    QCoro::connect(m_calls.exclude(m_intent.survey, missing), this,
                   [this](const api::Result<api::Done> &answer) { onExcluded(answer); });
}

/// "No change" and whatever may hide a success are settled by reading: adding is never repeated.
void SurveyCreation::onExcluded(const api::Result<api::Done> &answer)
{
    if (answer && answer->changed)
        return haveExcluded();
    if (!answer && answer.error().delivery == api::Delivery::NotSent)
        return fail(CreationStep::Exclusions, answer.error());
    QCoro::connect(m_calls.exclusions(m_intent.survey), this,
                   [this, answer](const api::Result<QList<api::SurveyId>> &there) {
                       const bool areThere = there
                           && std::ranges::all_of(m_intent.draft.excluded,
                                                  [&there](const api::SurveyId &id) {
                                                      return there->contains(id);
                                                  });
                       if (areThere)
                           haveExcluded();
                       else if (!answer)
                           fail(CreationStep::Exclusions, answer.error());
                       else
                           failWith(CreationStep::Exclusions,
                                    there ? tr("The service answered “no change” and does not have "
                                               "all of the exclusions.")
                                          : tr("The service answered “no change”, and its "
                                               "exclusions could not be read."));
                   });
}

void SurveyCreation::haveExcluded()
{
    set(CreationStep::Exclusions, StepState::Done,
        tr("%n survey(s)", "", int(m_intent.draft.excluded.size())));
    save([this](bool) { goOn(); });
}

void SurveyCreation::runStatus()
{
    // Activated, it is paid for on its own terms: the person looks at them first.
    if (!m_otherTerms.isEmpty())
        return failWith(CreationStep::Status,
                        tr("The survey was not activated, since the service has other values than "
                           "were sent: %1. Retry activates it as it is.")
                            .arg(QLocale().createSeparatedList(m_otherTerms)));
    Q_EMIT activating(m_intent.survey);
    QCoro::connect(m_calls.activate(m_intent.survey), this,
                   [this](const api::Result<api::Done> &answer) { onStatus(answer); });
}

void SurveyCreation::onStatus(const api::Result<api::Done> &answer)
{
    Q_EMIT activated(m_intent.survey, answer.has_value());
    if (!answer)
        return fail(CreationStep::Status, answer.error());
    set(CreationStep::Status, StepState::Done);
    save([this](bool) { goOn(); });
}

} // namespace models
