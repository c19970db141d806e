#include "app/fieldnews.h"

#include "app/desktopnotifier.h"
#include "models/connections/session.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/support/dates.h"
#include "models/support/plain.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveystore.h"

#include <QLocale>

using models::AttentionWatch;
using ui::NotificationKind;

namespace app {

namespace {

constexpr qsizetype mostNames = 5;

/// The names, the first few; `line` makes a name's line.
template <class Line>
QString list(const QList<api::Survey> &surveys, Line line)
{
    QStringList lines;
    for (const api::Survey &survey : surveys.first(qMin(surveys.size(), mostNames)))
        lines.append(line(survey));
    if (surveys.size() > mostNames)
        lines.append(FieldNews::tr("and %Ln more", nullptr, int(surveys.size() - mostNames)));
    return lines.join(u'\n');
}

QList<api::SurveyId> idsOf(const QList<api::Survey> &surveys)
{
    QList<api::SurveyId> ids;
    for (const api::Survey &survey : surveys)
        ids.append(survey.id);
    return ids;
}

/// A survey of one account.
QString subjectOf(const models::Session &session, const api::SurveyId &survey)
{
    return session.account() + u'\n' + survey.value;
}

} // namespace

FieldNews::FieldNews(Notifier &notifier, IsInFront isInFront, QObject *parent)
    : QObject(parent)
    , m_notifier(notifier)
    , m_isInFront(std::move(isInFront))
{
    connect(&notifier, &Notifier::chosen, this, &FieldNews::open);
}

void FieldNews::follow(models::Session *session)
{
    m_session = session;
    if (!session)
        return;
    AttentionWatch &watch = session->attention();
    connect(&watch, &AttentionWatch::targetReached, this, &FieldNews::targetReached);
    connect(&watch, &AttentionWatch::needed, this, &FieldNews::needAttention);
    connect(&session->reconciliations(), &models::ReconciliationStore::completed, this,
            &FieldNews::reconciliationCompleted);
    connect(&session->plans(), &models::ReconciliationPlans::deadlinesNear, this,
            &FieldNews::deadlinesNear);
    connect(session, &QObject::destroyed, this, [this, session] {
        if (m_session == session)
            m_session = nullptr;
    });
}

void FieldNews::targetReached(const QList<api::Survey> &surveys)
{
    tell(NotificationKind::TargetReached,
         tr("%Ln survey(s) reached the target", nullptr, int(surveys.size())),
         list(surveys, [](const api::Survey &survey) { return models::plain(survey.name); }),
         idsOf(surveys));
}

void FieldNews::needAttention(const QList<api::Survey> &surveys)
{
    const auto line = [this](const api::Survey &survey) {
        const QString name = models::plain(survey.name);
        if (!m_session)
            return name;
        const AttentionWatch &watch = m_session->attention();
        const models::Assessment found = watch.assess(survey, watch.now());
        //: %1 a survey's name, %2 what needs a person: "Behind pace"
        return tr("%1: %2").arg(name, models::attentionTexts(found.kinds).value(0));
    };
    tell(NotificationKind::NeedsAttention,
         tr("%Ln survey(s) need(s) attention", nullptr, int(surveys.size())), list(surveys, line),
         idsOf(surveys));
}

void FieldNews::reconciliationCompleted(const api::SurveyId &id)
{
    const api::Survey *const survey = m_session ? m_session->surveys().find(id) : nullptr;
    tell(NotificationKind::ReconciliationCompleted, tr("Reconciliation completed"),
         models::plain(survey ? survey->name : id.value), {id});
}

void FieldNews::deadlinesNear(const QList<api::Survey> &surveys)
{
    const auto line = [this](const api::Survey &survey) {
        const QString name = models::plain(survey.name);
        if (!m_session)
            return name;
        //: %1 a survey's name, %2 a date
        return tr("%1: by %2").arg(name, models::dateText(m_session->plans().deadline(survey)));
    };
    tell(NotificationKind::DeadlineNear,
         tr("%Ln reconciliation(s) to submit soon", nullptr, int(surveys.size())),
         list(surveys, line), idsOf(surveys));
}

void FieldNews::tell(NotificationKind kind, const QString &title, const QString &text,
                     const QList<api::SurveyId> &surveys)
{
    if (!m_isInFront() && ui::isWanted(kind))
        m_notifier.show(title, text,
                        m_session && surveys.size() == 1 ? subjectOf(*m_session, surveys.first())
                                                         : QString());
}

/// The notification may be older than the session that is open now.
void FieldNews::open(const QString &subject)
{
    const api::SurveyId survey {subject.section(u'\n', 1)};
    if (m_session && !survey.value.isEmpty() && subject == subjectOf(*m_session, survey))
        Q_EMIT surveyRequested(survey);
}

} // namespace app

#include "moc_fieldnews.cpp"
