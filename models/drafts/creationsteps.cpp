// The steps of a creation after the survey itself, and what they share.
#include "models/database/database.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/surveycreation.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

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
