#include "ui/surveys/surveyactions.h"

#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/surveys/statusquestion.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"

#include <QAction>

using namespace Qt::StringLiterals;
using api::SurveyStatus;

namespace ui {

namespace {

/// A closed survey stays closed, and a survey isn't sent where it already is.
bool fits(const api::Survey &survey, SurveyStatus status)
{
    return survey.status != status && survey.status != SurveyStatus::Closed;
}

QList<StatusStep> stepsTo(SurveyStatus status, const QList<api::Survey> &surveys)
{
    QList<StatusStep> steps;
    for (const api::Survey &survey : surveys)
        steps.append({survey.id, survey.code, survey.name, survey.status, status});
    return steps;
}

/// The way back, for those that have one: nothing leads out of Closed, or back into a status that
/// the API doesn't have.
QList<StatusStep> stepsBack(const QList<StatusStep> &changed)
{
    QList<StatusStep> steps;
    for (StatusStep step : changed) {
        if (step.to == SurveyStatus::Closed || step.from == SurveyStatus::Unknown)
            continue;
        std::swap(step.from, step.to);
        steps.append(step);
    }
    return steps;
}

} // namespace

QAction *separator(QObject *parent)
{
    auto *const action = new QAction(parent);
    action->setSeparator(true);
    return action;
}

SurveyActions::SurveyActions(models::SurveyStore &store, Prompt &prompt, Banner &banner,
                             Selected selected, QWidget *parent)
    : QObject(parent)
    , m_prompt(prompt)
    , m_banner(banner)
    , m_selected(std::move(selected))
    , m_activate(add(tr("&Activate"), u"activate"_s, SurveyStatus::Active))
    , m_pause(add(tr("&Pause"), u"pause"_s, SurveyStatus::Inactive))
    , m_complete(add(tr("&Complete"), u"complete"_s, SurveyStatus::Completed))
    , m_close(add(tr("C&lose…"), u"close"_s, SurveyStatus::Closed))
    , m_run(store)
{
    connect(&m_run, &StatusRun::advanced, this, &SurveyActions::showProgress);
    connect(&m_run, &StatusRun::cancelling, this, [this](const QString &name) {
        m_banner.show(Tone::Information,
                      tr("Cancelling: waiting for the answer about “%1”").arg(models::plain(name)));
    });
    connect(&m_run, &StatusRun::finished, this, &SurveyActions::report);
    connect(&store, &models::SurveyStore::changed, this, &SurveyActions::update);
    update();
}

QAction *SurveyActions::add(const QString &text, const QString &iconName, SurveyStatus status)
{
    auto *const action = new QAction(icon(iconName), text, this);
    connect(action, &QAction::triggered, this, [this, status] { request(status); });
    return action;
}

QList<api::Survey> SurveyActions::fitting(SurveyStatus status) const
{
    QList<api::Survey> surveys = m_selected();
    surveys.removeIf([status](const api::Survey &survey) { return !fits(survey, status); });
    return surveys;
}

void SurveyActions::update()
{
    const bool isIdle = !m_run.isRunning();
    m_activate->setEnabled(isIdle && !fitting(SurveyStatus::Active).isEmpty());
    m_pause->setEnabled(isIdle && !fitting(SurveyStatus::Inactive).isEmpty());
    m_complete->setEnabled(isIdle && !fitting(SurveyStatus::Completed).isEmpty());
    m_close->setEnabled(isIdle && !fitting(SurveyStatus::Closed).isEmpty());
}

void SurveyActions::holdBack(std::function<bool(const api::Survey &)> isInDoubt)
{
    m_isInDoubt = std::move(isInDoubt);
}

QString SurveyActions::unsaved() const
{
    return m_run.isRunning()
        ? tr("%Ln status change(s) is/are not done yet.", nullptr, int(m_run.left()))
        : QString();
}

bool SurveyActions::isHeldBack(const QList<api::Survey> &surveys, SurveyStatus status)
{
    if (!m_isInDoubt || status != SurveyStatus::Active)
        return false;
    const auto doubted = std::ranges::find_if(surveys, m_isInDoubt);
    if (doubted == surveys.end())
        return false;
    m_banner.show(Tone::Warning, tr("“%1” is not activated yet").arg(models::plain(doubted->name)),
                  tr("Its creation is still in doubt, so there may be a second one of it. "
                     "Continue that creation first."));
    return true;
}

void SurveyActions::request(SurveyStatus status)
{
    const QList<api::Survey> surveys = fitting(status);
    if (surveys.isEmpty() || isHeldBack(surveys, status))
        return;
    const std::optional<Question> question = questionBefore(surveys, status);
    if (!question)
        return start(stepsTo(status, surveys), false);
    m_prompt.ask(static_cast<QWidget *>(parent()), *question, this,
                 [this, surveys, status](bool isConfirmed) {
                     if (isConfirmed)
                         start(stepsTo(status, surveys), false);
                 });
}

void SurveyActions::start(const QList<StatusStep> &steps, bool isUndo)
{
    if (m_run.isRunning() || steps.isEmpty())
        return;
    m_to = steps.first().to;
    m_isUndo = isUndo;
    m_banner.clear();
    m_run.start(steps);
    update();
}

void SurveyActions::showProgress(qsizetype at, qsizetype count, const QString &name)
{
    if (count == 1)
        return;
    m_banner.show(Tone::Information,
                  tr("Changing survey %1 of %2: %3")
                      .arg(models::countText(at), models::countText(count), models::plain(name)));
    m_banner.addAction(tr("&Cancel"), this, [this] { m_run.cancel(); });
}

void SurveyActions::report(const QList<StatusResult> &results, const QList<StatusStep> &changed,
                           bool isCancelled)
{
    m_banner.clear();
    if (results.size() == 1)
        reportOne(results.first(), changed);
    else
        reportMany(results, changed, isCancelled);
    offerUndo(changed);
    m_banner.addAction(tr("Dis&miss"), this, [this] { m_banner.clear(); });
    update();
}

void SurveyActions::reportOne(const StatusResult &result, const QList<StatusStep> &changed)
{
    const QString name = models::plain(result.name);
    if (!changed.isEmpty()) {
        const QString status = models::statusName(changed.first().to);
        //: %1 a survey's name, %2 a status: Completed
        m_banner.show(Tone::Good,
                      m_isUndo ? tr("“%1” set back to %2").arg(name, status)
                               : tr("“%1” set to %2").arg(name, status));
    } else if (result.outcome == StatusResult::Unknown) {
        m_banner.show(Tone::Warning, tr("“%1” may not have been changed").arg(name), result.text);
    } else {
        m_banner.show(result.outcome == StatusResult::Failed ? Tone::Error : Tone::Information,
                      tr("“%1” was not changed").arg(name), result.text);
    }
}

QString SurveyActions::changedText(const QList<StatusStep> &changed) const
{
    const int count = int(changed.size());
    return m_isUndo ? tr("%Ln survey(s) set back", nullptr, count)
                    //: %1 a status: Completed
                    : tr("%Ln survey(s) set to %1", nullptr, count).arg(models::statusName(m_to));
}

void SurveyActions::reportMany(const QList<StatusResult> &results, const QList<StatusStep> &changed,
                               bool isCancelled)
{
    constexpr int mostLines = 6;
    const auto count = [&results](StatusResult::Outcome outcome) {
        return int(std::ranges::count(results, outcome, &StatusResult::outcome));
    };
    const int failed = count(StatusResult::Failed);
    const int unknown = count(StatusResult::Unknown);
    QStringList lines;
    for (const StatusResult &result : results) {
        const bool isTold =
            result.outcome == StatusResult::Failed || result.outcome == StatusResult::Unknown;
        if (isTold && lines.size() < mostLines)
            //: %1 a survey's name, %2 why it was not changed
            lines.append(tr("%1: %2").arg(models::plain(result.name), result.text));
    }
    if (failed + unknown > mostLines)
        lines.append(tr("and %Ln more", nullptr, failed + unknown - mostLines));
    QString title = changedText(changed);
    if (failed > 0)
        title = tr("%1, %2").arg(tr("%n survey(s) not changed", nullptr, failed), title);
    if (unknown > 0)
        title = tr("%1, %2").arg(tr("%n survey(s) unclear", nullptr, unknown), title);
    const int unsent = count(StatusResult::NotSent);
    if (unsent > 0)
        title = tr("%1, %2").arg(title, tr("%Ln not sent", nullptr, unsent));
    if (isCancelled)
        title = tr("Cancelled: %1").arg(title);
    m_banner.show(failed > 0                                     ? Tone::Error
                      : isCancelled || unsent > 0 || unknown > 0 ? Tone::Warning
                                                                 : Tone::Good,
                  title, lines.join(u'\n'));
    m_banner.addAction(tr("Show &results"), this, [this, title, results] {
        (new ResultsDialog(title, results, static_cast<QWidget *>(parent())))->open();
    });
}

void SurveyActions::offerUndo(const QList<StatusStep> &changed)
{
    const QList<StatusStep> back = m_isUndo ? QList<StatusStep>() : stepsBack(changed);
    if (!back.isEmpty())
        m_banner.addAction(tr("Un&do"), this, [this, back] { start(back, true); });
}

} // namespace ui

#include "moc_surveyactions.cpp"
