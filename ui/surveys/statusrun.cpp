#include "ui/surveys/statusrun.h"

#include "models/activity/pendingedits.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/errortext.h"

namespace ui {

namespace {

StatusResult unsent(const StatusStep &step, const QString &text = {})
{
    return {step.code, step.name, StatusResult::NotSent, text};
}

QString elsewhereText(const api::Survey &there)
{
    //: %1 a status: Completed
    return StatusRun::tr("It was set to %1 elsewhere meanwhile, so nothing was sent.")
        .arg(models::statusName(there));
}

/// It was sent, and the service has another status than the one that it was sent.
QString otherText(const api::Survey &there)
{
    //: %1 a status: Active
    return StatusRun::tr("It was sent, but the service reports %1.").arg(models::statusName(there));
}

/// An unclear failure proves nothing: it may have been set all the same, or still be. The error's
/// own sentence says so.
QString unclearText(const api::ApiError &error)
{
    return errorSentence(error) + u' ' + StatusRun::tr("Check its status before you try again.");
}

/// What became of a step. A service that has the status already was not asked for it again.
StatusResult resultOf(const StatusStep &step, const api::Result<api::flows::StatusChange> &answer)
{
    if (!answer && models::mayWait(answer.error())) // the bar of unsent changes shows it
        return unsent(step, StatusRun::tr("Waits to be sent."));
    if (!answer && answer.error().delivery == api::Delivery::Ambiguous)
        return {step.code, step.name, StatusResult::Unknown, unclearText(answer.error())};
    if (!answer)
        return {step.code, step.name, StatusResult::Failed, errorSentence(answer.error())};
    if (answer->isSent && answer->survey.status == step.to)
        return {step.code, step.name, StatusResult::Changed, {}};
    if (!answer->isSent && answer->survey.status == step.to)
        return unsent(step, StatusRun::tr("It has this status already."));
    return {step.code, step.name, StatusResult::Failed,
            answer->isSent ? otherText(answer->survey) : elsewhereText(answer->survey)};
}

} // namespace

StatusRun::StatusRun(models::SurveyStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

qsizetype StatusRun::left() const
{
    return isRunning() ? m_left.size() + 1 : 0;
}

void StatusRun::start(const QList<StatusStep> &steps)
{
    if (isRunning() || steps.isEmpty())
        return;
    m_left = steps;
    m_count = steps.size();
    m_isCancelled = false;
    next();
}

void StatusRun::next()
{
    if (m_left.isEmpty()) {
        m_count = 0;
        const QList<StatusResult> results = std::exchange(m_results, {});
        const QList<StatusStep> changed = std::exchange(m_changed, {});
        Q_EMIT finished(results, changed, m_isCancelled);
        return;
    }
    m_current = m_left.takeFirst();
    Q_EMIT advanced(m_count - m_left.size(), m_count, m_current.name);
    m_store.changeStatus(
        m_current.id, m_current.from, m_current.to, this,
        [this](const api::Result<api::flows::StatusChange> &answer) { take(answer); });
}

void StatusRun::take(const api::Result<api::flows::StatusChange> &answer)
{
    m_results.append(resultOf(m_current, answer));
    if (m_results.last().outcome == StatusResult::Changed)
        m_changed.append(m_current);
    if (m_isCancelled) {
        m_isCancelled = !m_left.isEmpty(); // the last one can't be held back
        for (const StatusStep &step : std::as_const(m_left))
            m_results.append(unsent(step));
        m_left.clear();
    }
    next();
}

void StatusRun::cancel()
{
    if (!isRunning() || m_isCancelled)
        return;
    m_isCancelled = true;
    Q_EMIT cancelling(m_current.name);
}

} // namespace ui

#include "moc_statusrun.cpp"
