#include "models/drafts/batchcreation.h"

#include "models/drafts/draftlistmodel.h"
#include "models/drafts/draftrules.h"
#include "models/drafts/draftstore.h"
#include "models/drafts/opencreations.h"
#include "models/drafts/takennames.h"
#include "models/surveys/surveystore.h"

#include <algorithm>

namespace models {

BatchCreation::BatchCreation(CreationCalls &calls, Database &database, QString account,
                             DraftStore &drafts, const SurveyStore &surveys,
                             OpenCreations &creations, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_database(database)
    , m_account(std::move(account))
    , m_drafts(drafts)
    , m_surveys(surveys)
    , m_creations(creations)
{
}

BatchCreation::~BatchCreation() = default;

void BatchCreation::start(const QStringList &uuids, QDate today)
{
    if (isBusy() || uuids.isEmpty())
        return;
    m_left = uuids;
    m_count = int(uuids.size());
    m_today = today;
    m_results.clear();
    next();
}

void BatchCreation::cancel()
{
    for (const QString &uuid : std::exchange(m_left, {})) {
        if (const DraftRecord *const record = m_drafts.find(uuid))
            m_results.append({DraftListModel::nameOf(*record), NotSent, tr("Cancelled before.")});
    }
}

void BatchCreation::next()
{
    if (m_left.isEmpty())
        return Q_EMIT finished();
    const QString uuid = m_left.takeFirst();
    Result result;
    if (isSendable(uuid, result))
        return create(uuid);
    m_results.append(result);
    next();
}

bool BatchCreation::isSendable(const QString &uuid, Result &result) const
{
    const DraftRecord *const record = m_drafts.find(uuid);
    if (!record)
        return false;
    result.name = DraftListModel::nameOf(*record);
    QList<Issue> issues =
        validate(record->draft, m_today) + exclusionIssues(record->draft, m_surveys.surveys());
    // Nobody looks at a warning here, and a second survey of one name is mostly a mistake.
    for (Issue issue : TakenNames(m_surveys.surveys()).issues(record->draft.name)) {
        issue.severity = Severity::Error;
        issues.prepend(issue);
    }
    const auto error = std::ranges::find(issues, Severity::Error, &Issue::severity);
    if (error == issues.end())
        return true;
    result.text = error->text;
    return false;
}

void BatchCreation::create(const QString &uuid)
{
    const DraftRecord record = *m_drafts.find(uuid);
    m_creation = std::make_unique<SurveyCreation>(m_calls, m_database, m_account);
    m_creation->setPauses({}); // it is offered to be gone on with afterwards
    m_creations.follow(*m_creation);
    connect(m_creation.get(), &SurveyCreation::surveyCreated, this, [this, record] {
        if (!record.isTemplate)
            m_drafts.forget(record.uuid);
    });
    // Queued: it ends itself in what it calls.
    connect(m_creation.get(), &SurveyCreation::changed, this, &BatchCreation::follow,
            Qt::QueuedConnection);
    Q_EMIT began(DraftListModel::nameOf(record));
    m_creation->start(record.draft, false, record.uuid);
}

void BatchCreation::follow()
{
    using State = SurveyCreation::State;
    if (!m_creation || m_creation->state() == State::Running || m_creation->state() == State::Idle)
        return;
    const CreationIntent &intent = m_creation->intent();
    Result result {intent.draft.name, Created, {}};
    if (m_creation->state() == State::Finished) {
        const api::Survey *const survey = m_surveys.find(intent.survey);
        result.text = survey ? survey->code : intent.survey.value;
    } else if (m_creation->state() == State::Unknown) {
        result.outcome = Unknown;
        result.text = tr("No clear answer came. It is not sent again; go on with it afterwards.");
    } else {
        result.outcome = m_creation->isSurveyCreated() ? Incomplete : Refused;
        const auto &error = m_creation->error();
        result.text = m_creation->problem();
        if (error)
            result.text = !error->serverMessage.isEmpty() ? error->serverMessage
                : api::isUnreachable(*error)              ? tr("The service could not be reached.")
                                             : tr("The service answered with an error.");
    }
    end(result);
}

void BatchCreation::end(const Result &result)
{
    m_results.append(result);
    m_creation.release()->deleteLater();
    next();
}

} // namespace models

#include "moc_batchcreation.cpp"
