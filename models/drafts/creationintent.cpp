#include "models/drafts/creationintent.h"

#include "api/calls/surveys.h"
#include "models/database/sql.h"
#include "models/drafts/draftconversion.h"
#include "models/drafts/draftjson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

bool isUnfinished(const CreationIntent &intent)
{
    return std::ranges::any_of(intent.extras, [](StepState state) {
        return state != StepState::Done && state != StepState::Left;
    });
}

namespace {

constexpr std::array stateNames {"prepared"_L1, "sending"_L1,  "unknown"_L1,
                                 "created"_L1,  "rejected"_L1, "dismissed"_L1};
constexpr std::array stepNames {"survey"_L1, "interlocking"_L1, "cells"_L1, "exclusions"_L1,
                                "status"_L1};

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString knownText(const CreationIntent &intent)
{
    QJsonArray ids;
    for (const api::SurveyId &id : intent.knownIds)
        ids.append(id.value);
    return QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact));
}

QString stepsText(const CreationIntent &intent)
{
    QJsonObject steps {{u"activates"_s, intent.activates}};
    for (const auto &[step, state] : intent.extras.asKeyValueRange()) {
        const bool isOver = state == StepState::Done || state == StepState::Left;
        steps[stepNames[size_t(step)]] = !isOver ? u"open"_s
            : state == StepState::Left           ? u"left"_s
                                                 : u"done"_s;
    }
    if (!intent.followedBy.isEmpty())
        steps[u"followedBy"] = intent.followedBy;
    if (!intent.draftId.isEmpty())
        steps[u"draft"] = intent.draftId;
    return textOf(steps);
}

void readSteps(const QJsonObject &steps, CreationIntent &intent)
{
    intent.activates = steps[u"activates"].toBool();
    intent.followedBy = steps[u"followedBy"].toString();
    intent.draftId = steps[u"draft"].toString();
    for (const CreationStep step : {CreationStep::Interlocking, CreationStep::Cells,
                                    CreationStep::Exclusions, CreationStep::Status}) {
        const QString state = steps[stepNames[size_t(step)]].toString();
        if (!state.isEmpty())
            intent.extras[step] = state == u"done" ? StepState::Done
                : state == u"left"                 ? StepState::Left
                                                   : StepState::Waiting;
    }
}

QJsonDocument documentOf(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8());
}

std::optional<CreationIntent> read(const QSqlQuery &row)
{
    const auto draft = draftFromJson(documentOf(row.value(1)).object());
    if (!draft)
        return std::nullopt; // of a newer version of the program: it is kept for that
    CreationIntent intent;
    intent.uuid = row.value(0).toString();
    intent.draft = *draft;
    for (const auto &id : documentOf(row.value(2)).array())
        intent.knownIds.append({id.toString()});
    const QString state = row.value(3).toString();
    intent.state = state == u"created" ? IntentState::Created
        : state == u"dismissed"        ? IntentState::Dismissed
                                       : IntentState::Unknown;
    intent.survey = {row.value(4).toString()};
    readSteps(documentOf(row.value(5)).object(), intent);
    intent.created = QDateTime::fromMSecsSinceEpoch(row.value(6).toLongLong(), Qt::UTC);
    return intent;
}

} // namespace

namespace intents {

QByteArray fingerprint(const SurveyDraft &draft)
{
    const QByteArray body = api::calls::createSurvey(toNewSurvey(draft)).body;
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

bool save(QSqlDatabase &database, const QString &account, const CreationIntent &intent)
{
    const auto saved = sql::exec(
        database,
        u"INSERT INTO intents (uuid, account, payload, sha256, known_ids, state, project_id, "
        "steps, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (uuid) DO UPDATE SET payload = excluded.payload, sha256 = excluded.sha256, "
        "known_ids = excluded.known_ids, state = excluded.state, "
        "project_id = excluded.project_id, steps = excluded.steps, updated = excluded.updated"_s,
        {intent.uuid, account, textOf(toJson(intent.draft)), fingerprint(intent.draft),
         knownText(intent), QString(stateNames[size_t(intent.state)]), intent.survey.value,
         stepsText(intent), intent.created.toMSecsSinceEpoch(),
         QDateTime::currentMSecsSinceEpoch()});
    return saved.has_value();
}

bool isInDoubt(QSqlDatabase &database, const QString &account, const CreationIntent &intent)
{
    const auto found =
        sql::each(database,
                  u"SELECT 1 FROM intents WHERE account = ? AND sha256 = ? AND uuid <> ? "
                  "AND state IN ('sending', 'unknown')"_s,
                  {account, fingerprint(intent.draft), intent.uuid}, [](const QSqlQuery &) {});
    return found && *found > 0;
}

QList<CreationIntent> open(QSqlDatabase &database, const QString &account)
{
    QList<CreationIntent> found;
    // Those before a page that can't be read are shown all the same; the database tells of it.
    std::ignore = sql::each(
        database,
        u"SELECT uuid, payload, known_ids, state, project_id, steps, created FROM "
        "intents WHERE account = ? AND state IN ('sending', 'unknown', 'created') "
        "ORDER BY created"_s,
        {account}, [&found](const QSqlQuery &row) {
            const auto intent = read(row);
            if (intent && (intent->state == IntentState::Unknown || isUnfinished(*intent)))
                found.append(*intent);
        });
    return found;
}

QList<CreationIntent> givenUp(QSqlDatabase &database, const QString &account,
                              const QDateTime &since)
{
    const auto made = sql::rows(
        database, u"SELECT project_id FROM intents WHERE account = ? AND state = 'created'"_s,
        {account}, [](const QSqlQuery &row) -> api::SurveyId { return {row.value(0).toString()}; });
    if (!made)
        return {}; // a survey of another creation would be taken for one of these
    QList<CreationIntent> found;
    std::ignore =
        sql::each(database,
                  u"SELECT uuid, payload, known_ids, state, project_id, steps, created "
                  "FROM intents WHERE account = ? AND state = 'dismissed' "
                  "AND created > ? ORDER BY created"_s,
                  {account, since.toMSecsSinceEpoch()}, [&found, &made](const QSqlQuery &row) {
                      if (auto intent = read(row)) {
                          intent->knownIds += *made;
                          found.append(*intent);
                      }
                  });
    return found;
}

std::optional<CreationIntent> find(QSqlDatabase &database, const QString &account,
                                   const api::SurveyId &survey)
{
    const auto found =
        sql::rows(database,
                  u"SELECT uuid, payload, known_ids, state, project_id, steps, created FROM "
                  "intents WHERE account = ? AND project_id = ? AND state = 'created'"_s,
                  {account, survey.value}, read);
    return found && !found->isEmpty() ? found->constFirst() : std::nullopt;
}

} // namespace intents
} // namespace models
