#include "ui/surveys/surveyactions.h"

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
            [this](const api::SurveyId &id) { ended(id, {}); });
    connect(&store, &models::SurveyStore::statusFailed, this,
            [this](const api::SurveyId &id, const api::ApiError &error) {
                ended(id, errorSentence(error));
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

void SurveyActions::wish(SurveyStatus status)
{
    const QList<api::Survey> surveys = fitting(status);
    if (surveys.isEmpty())
        return;
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
             .problems = {}};
    update();
    next();
}

void SurveyActions::next()
{
    if (!m_run.left.isEmpty()) {
        const api::Survey survey = m_run.left.takeFirst();
        m_run.current = survey.id;
        const qsizetype at = m_run.count - m_run.left.size();
        if (m_run.count > 1) {
            m_banner.show(Tone::Information,
                          tr("Changing survey %1 of %2: %3")
                              .arg(at)
                              .arg(m_run.count)
                              .arg(models::plain(survey.name)));
            m_banner.addAction(tr("&Cancel"), this, [this] { m_run.left.clear(); });
        }
        m_store.setStatus(survey.id, m_run.status);
        return;
    }
    const Run done = std::exchange(m_run, {});
    if (!done.problems.isEmpty())
        m_banner.show(Tone::Error,
                      tr("%n survey(s) not changed", nullptr, int(done.problems.size())),
                      done.problems.join(u'\n'));
    else if (done.count > 1)
        m_banner.show(Tone::Good, tr("Done. The server has taken every change."));
    else
        m_banner.clear();
    update();
}

void SurveyActions::ended(const api::SurveyId &id, const QString &problem)
{
    if (m_run.count == 0 || id != m_run.current)
        return;
    if (!problem.isEmpty()) {
        const api::Survey *const survey = m_store.find(id);
        //: %1 a survey's name, %2 why it was not changed
        m_run.problems.append(
            tr("%1: %2").arg(models::plain(survey ? survey->name : id.value), problem));
    }
    next();
}

} // namespace ui

#include "moc_surveyactions.cpp"
