#include "models/drafts/opencreations.h"

#include "models/database/database.h"
#include "models/drafts/creationmatch.h"
#include "models/drafts/surveycreation.h"
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
            m_kept = found.open;
            m_givenUp = found.givenUp;
            m_late.clear();
            sift();
            look();
            Q_EMIT changed();
        });
}

/// Those at hand belong to the wizard or the batch that has them.
void OpenCreations::sift()
{
    m_open = m_kept;
    m_open.removeIf([this](const CreationIntent &intent) { return isAtHand(intent.uuid); });
}

void OpenCreations::follow(SurveyCreation &creation)
{
    m_followed.append(&creation);
    connect(&creation, &SurveyCreation::surveyCreated, &m_surveys, &SurveyStore::addCreated);
    connect(&creation, &SurveyCreation::activating, &m_surveys, &SurveyStore::beginStatus);
    connect(&creation, &SurveyCreation::activated, &m_surveys,
            [this](const api::SurveyId &id, bool isSet) {
                m_surveys.endStatus(id, api::SurveyStatus::Active, isSet);
            });
    connect(&creation, &SurveyCreation::changed, this, [this] {
        const QList<CreationIntent> before = m_open;
        sift();
        if (before != m_open)
            Q_EMIT changed();
    });
    connect(&creation, &QObject::destroyed, this, [this] {
        m_followed.removeIf([](const QPointer<SurveyCreation> &one) { return one.isNull(); });
        load();
    });
}

QStringList OpenCreations::running() const
{
    QStringList names;
    for (const QPointer<SurveyCreation> &one : m_followed) {
        if (one && one->state() == SurveyCreation::State::Running)
            names.append(one->intent().draft.name);
    }
    return names;
}

bool OpenCreations::isAtHand(const QString &uuid) const
{
    return std::ranges::any_of(m_followed, [&uuid](const QPointer<SurveyCreation> &one) {
        return one && one->state() != SurveyCreation::State::Idle && one->intent().uuid == uuid;
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
    if (found == m_open.end() || !canLeave(*found) || isAtHand(uuid))
        return;
    CreationIntent intent = *found;
    m_kept.removeIf([&uuid](const CreationIntent &each) { return each.uuid == uuid; });
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
    const auto mayHaveMade = [&survey](const CreationIntent &intent) {
        const bool isInDoubt =
            intent.state == IntentState::Unknown || intent.state == IntentState::Sending;
        return isInDoubt && !candidates(intent, {survey}).isEmpty();
    };
    return std::ranges::any_of(m_open, mayHaveMade)
        || std::ranges::any_of(m_followed, [&](const QPointer<SurveyCreation> &one) {
               return one && mayHaveMade(one->intent());
           });
}

} // namespace models

#include "moc_opencreations.cpp"
