#include "ui/surveys/surveyactions.h"

#include "models/activity/pendingedits.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/prompt.h"

#include <QAction>

using namespace Qt::StringLiterals;
using api::SurveyStatus;

namespace ui {

namespace {

/// A closed survey stays closed, and a survey isn't sent where it already is.
bool fits(const api::Survey &survey, SurveyStatus wanted)
{
    return survey.status != wanted && survey.status != SurveyStatus::Closed;
}

} // namespace

SurveyActions::SurveyActions(models::SurveyStore &store, Prompt &prompt, Banner &banner,
                             Selected selected, QWidget *parent)
    : QObject(parent)
    , m_store(store)
    , m_prompt(prompt)
    , m_banner(banner)
    , m_selected(std::move(selected))
    , m_activate(add(tr("&Activate"), u"activate"_s, SurveyStatus::Active))
    , m_pause(add(tr("&Pause"), u"pause"_s, SurveyStatus::Inactive))
    , m_complete(add(tr("&Complete"), u"complete"_s, SurveyStatus::Completed))
    , m_close(add(tr("C&lose…"), u"close"_s, SurveyStatus::Closed))
{
    connect(&store, &models::SurveyStore::statusSet, this,
            [this](const api::SurveyId &id) { ended(id, StatusResult::Changed, {}); });
    connect(&store, &models::SurveyStore::statusFailed, this,
            [this](const api::SurveyId &id, const api::ApiError &error) {
                if (models::mayWait(error)) // the bar of waiting changes says so
                    ended(id, StatusResult::NotSent, tr("Waits to be sent"));
                else
                    ended(id, StatusResult::Failed, errorSentence(error));
            });
    connect(&store, &models::SurveyStore::changed, this, &SurveyActions::update);
    update();
}

QAction *SurveyActions::add(const QString &text, const QString &iconName, SurveyStatus status)
{
    auto *const action = new QAction(icon(iconName), text, this);
    connect(action, &QAction::triggered, this, [this, status] { wish(status); });
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
    const bool isIdle = m_run.count == 0;
    m_activate->setEnabled(isIdle && !fitting(SurveyStatus::Active).isEmpty());
    m_pause->setEnabled(isIdle && !fitting(SurveyStatus::Inactive).isEmpty());
    m_complete->setEnabled(isIdle && !fitting(SurveyStatus::Completed).isEmpty());
    m_close->setEnabled(isIdle && !fitting(SurveyStatus::Closed).isEmpty());
}

void SurveyActions::holdBack(std::function<bool(const api::Survey &)> isInDoubt)
{
    m_isInDoubt = std::move(isInDoubt);
}

void SurveyActions::wish(SurveyStatus status)
{
    const QList<api::Survey> surveys = fitting(status);
    if (surveys.isEmpty())
        return;
    const auto doubted = m_isInDoubt && status == SurveyStatus::Active
        ? std::ranges::find_if(surveys, m_isInDoubt)
        : surveys.end();
    if (doubted != surveys.end()) {
        m_banner.show(Tone::Warning,
                      tr("“%1” is not activated yet").arg(models::plain(doubted->name)),
                      tr("Its creation is still in doubt, so there may be a second one of it. "
                         "Continue that creation first."));
        return;
    }
    if (status != SurveyStatus::Closed) {
        run(surveys, status);
        return;
    }
    const Question question {surveys.size() == 1
                                 ? tr("Close “%1”?").arg(models::plain(surveys.first().name))
                                 : tr("Close %n survey(s)?", nullptr, int(surveys.size())),
                             tr("A closed survey can’t be changed or opened again."),
                             surveys.size() == 1 ? tr("Close survey") : tr("Close surveys")};
    m_prompt.ask(static_cast<QWidget *>(parent()), question, this,
                 [this, surveys](bool isConfirmed) {
                     if (isConfirmed)
                         run(surveys, SurveyStatus::Closed);
                 });
}

void SurveyActions::run(QList<api::Survey> surveys, SurveyStatus status)
{
    if (m_run.count > 0)
        return;
    const qsizetype count = surveys.size();
    m_run = {.left = std::move(surveys),
             .status = status,
             .current = {},
             .count = count,
             .isCancelled = false,
             .results = {}};
    update();
    next();
}

void SurveyActions::next()
{
    if (!m_run.left.isEmpty()) {
        m_run.current = m_run.left.takeFirst();
        if (m_run.count > 1) {
            m_banner.show(Tone::Information,
                          tr("Changing survey %1 of %2: %3")
                              .arg(models::countText(m_run.count - m_run.left.size()),
                                   models::countText(m_run.count),
                                   models::plain(m_run.current.name)));
            m_banner.addAction(tr("&Cancel"), this, [this] { cancel(); });
        }
        m_store.setStatus(m_run.current.id, m_run.status);
        return;
    }
    const Run done = std::exchange(m_run, {});
    tell(done.results, done.isCancelled);
    update();
}

void SurveyActions::cancel()
{
    if (m_run.count == 0)
        return;
    m_run.isCancelled = true;
    for (const api::Survey &survey : std::as_const(m_run.left))
        m_run.results.append({survey.code, survey.name, StatusResult::NotSent, {}});
    m_run.left.clear();
    m_banner.show(
        Tone::Information,
        tr("Cancelling: waiting for the answer about “%1”").arg(models::plain(m_run.current.name)));
}

void SurveyActions::ended(const api::SurveyId &id, StatusResult::Outcome outcome,
                          const QString &text)
{
    if (m_run.count == 0 || id != m_run.current.id)
        return;
    // What was cancelled stands behind it already.
    m_run.results.insert(m_run.isCancelled ? std::ranges::find(m_run.results, StatusResult::NotSent,
                                                               &StatusResult::outcome)
                                           : m_run.results.end(),
                         {m_run.current.code, m_run.current.name, outcome, text});
    next();
}

void SurveyActions::tell(const QList<StatusResult> &results, bool isCancelled)
{
    constexpr int mostLines = 6;
    const auto count = [&results](StatusResult::Outcome outcome) {
        return int(std::ranges::count(results, outcome, &StatusResult::outcome));
    };
    const int failed = count(StatusResult::Failed);
    QStringList lines;
    for (const StatusResult &result : results) {
        if (result.outcome == StatusResult::Failed && lines.size() < mostLines)
            //: %1 a survey's name, %2 why it was not changed
            lines.append(tr("%1: %2").arg(models::plain(result.name), result.text));
    }
    if (failed > mostLines)
        lines.append(tr("and %Ln more", nullptr, failed - mostLines));
    const QString changed = tr("%Ln survey(s) changed", nullptr, count(StatusResult::Changed));
    QString title = changed;
    if (failed > 0)
        title = tr("%1, %2").arg(tr("%n survey(s) not changed", nullptr, failed), changed);
    const int unsent = count(StatusResult::NotSent);
    if (unsent > 0)
        title = tr("%1, %2").arg(title, tr("%Ln not sent", nullptr, unsent));
    if (isCancelled)
        title = tr("Cancelled: %1").arg(title);
    if (results.size() == 1 && failed == 0)
        return m_banner.clear();
    m_banner.show(failed > 0                      ? Tone::Error
                      : isCancelled || unsent > 0 ? Tone::Warning
                                                  : Tone::Good,
                  title, lines.join(u'\n'));
    if (results.size() == 1)
        return;
    m_banner.addAction(tr("Show &results"), this, [this, title, results] {
        (new ResultsDialog(title, results, static_cast<QWidget *>(parent())))->open();
    });
}

} // namespace ui

#include "moc_surveyactions.cpp"
