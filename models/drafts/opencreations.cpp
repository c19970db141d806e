#include "models/drafts/opencreations.h"

#include "models/database/database.h"
#include "models/drafts/creationmatch.h"
#include "models/surveys/surveystore.h"

#include <algorithm>

namespace models {

namespace {

/// How long one that was given up is watched for (reliability.md).
constexpr int watchedHours = 24;

struct Found
{
    QList<CreationIntent> open;
    QList<CreationIntent> givenUp;
};

} // namespace

OpenCreations::OpenCreations(Database &database, QString account, SurveyStore &surveys,
                             QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
    , m_surveys(surveys)
{
    connect(&surveys, &SurveyStore::busyChanged, this, [this](bool isBusy) {
        if (!isBusy)
            look();
    });
}

void OpenCreations::load()
{
    const QDateTime since = QDateTime::currentDateTimeUtc().addSecs(-watchedHours * 3600);
    m_database.ask(
        [account = m_account, since](QSqlDatabase &connection) {
            return Found {intents::open(connection, account),
                          intents::givenUp(connection, account, since)};
        },
        this,
        [this](const Found &found) {
            m_open = found.open;
            m_givenUp = found.givenUp;
            m_late.clear();
            look();
            Q_EMIT changed();
        });
}

void OpenCreations::look()
{
    QList<Late> late;
    for (const CreationIntent &intent : std::as_const(m_givenUp)) {
        for (const api::Survey &survey : candidates(intent, m_surveys.surveys()))
            late.append({intent, survey});
    }
    if (std::exchange(m_late, late) != late)
        Q_EMIT changed();
}

bool OpenCreations::canLeave(const CreationIntent &intent)
{
    return intent.state == IntentState::Created;
}

void OpenCreations::leave(const QString &uuid)
{
    const auto found = std::ranges::find(m_open, uuid, &CreationIntent::uuid);
    if (found == m_open.end() || !canLeave(*found))
        return;
    CreationIntent intent = *found;
    m_open.erase(found);
    for (auto &&[step, state] : intent.extras.asKeyValueRange()) {
        if (state != StepState::Done)
            state = StepState::Left;
    }
    m_database.run([account = m_account, intent](QSqlDatabase &connection) {
        intents::save(connection, account, intent);
    });
    Q_EMIT changed();
}

void OpenCreations::acknowledge(const Late &late)
{
    const auto watched = std::ranges::find(m_givenUp, late.intent.uuid, &CreationIntent::uuid);
    if (watched == m_givenUp.end())
        return;
    watched->knownIds.append(late.survey.id);
    m_database.run([account = m_account, intent = *watched](QSqlDatabase &connection) {
        intents::save(connection, account, intent);
    });
    look();
}

bool OpenCreations::isInDoubt(const api::Survey &survey) const
{
    return std::ranges::any_of(m_open, [&survey](const CreationIntent &intent) {
        return intent.state == IntentState::Unknown && !candidates(intent, {survey}).isEmpty();
    });
}

} // namespace models

#include "moc_opencreations.cpp"
