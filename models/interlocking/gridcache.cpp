#include "models/interlocking/gridcache.h"

#include "models/database/database.h"
#include "models/database/sql.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QJsonObject gridToJson(const api::Interlocking &grid)
{
    QJsonArray combinations;
    for (const api::Combination &each : grid.combinations)
        combinations.append(QJsonObject {
            {u"id"_s, each.id.value}, {u"option"_s, each.option}, {u"quota"_s, each.quota}});
    QJsonArray qualifications;
    for (const api::InterlockedQualification &each : grid.qualifications)
        qualifications.append(QJsonObject {
            {u"id"_s, each.id}, {u"title"_s, each.title}, {u"options"_s, each.options}});
    return {{u"created"_s, grid.created},
            {u"updated"_s, grid.updated},
            {u"combinations"_s, combinations},
            {u"qualifications"_s, qualifications}};
}

api::Interlocking gridFromJson(const QJsonObject &value, const api::SurveyId &survey)
{
    api::Interlocking grid;
    grid.survey = survey;
    grid.created = value[u"created"_s].toString();
    grid.updated = value[u"updated"_s].toString();
    for (const QJsonValue &each : value[u"combinations"_s].toArray())
        grid.combinations.append(
            {{each[u"id"_s].toString()}, each[u"option"_s].toString(), each[u"quota"_s].toInt()});
    for (const QJsonValue &each : value[u"qualifications"_s].toArray())
        grid.qualifications.append(
            {each[u"id"_s].toString(), each[u"title"_s].toString(), each[u"options"_s].toString()});
    return grid;
}

KnownGrid readKnown(QSqlDatabase &database, const QString &account, const api::SurveyId &survey)
{
    KnownGrid known;
    std::ignore = sql::each(
        database,
        u"SELECT grid, updated FROM interlocking_grids WHERE account = ? AND survey = ?"_s,
        {account, survey.value}, [&known, &survey](const QSqlQuery &row) {
            const auto grid = QJsonDocument::fromJson(row.value(0).toByteArray()).object();
            known = {gridFromJson(grid, survey),
                     QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC)};
        });
    return known;
}

void writeKnown(QSqlDatabase &database, const QString &account, const api::SurveyId &survey,
                const KnownGrid &known)
{
    // A cache: the service has it, and the database shows that it can't be written.
    std::ignore = sql::exec(database,
                            u"REPLACE INTO interlocking_grids (account, survey, grid, updated)"
                            " VALUES (?, ?, ?, ?)"_s,
                            {account, survey.value,
                             QJsonDocument(gridToJson(known.grid)).toJson(QJsonDocument::Compact),
                             known.at.toMSecsSinceEpoch()});
}

} // namespace

GridCache::GridCache(Database &database, QString account)
    : m_database(database)
    , m_account(std::move(account))
{
}

void GridCache::ask(const api::SurveyId &survey, QObject *context,
                    std::function<void(const KnownGrid &)> handle)
{
    m_database.ask([account = m_account, survey](
                       QSqlDatabase &connection) { return readKnown(connection, account, survey); },
                   context, std::move(handle));
}

void GridCache::keep(const api::SurveyId &survey, const KnownGrid &known)
{
    m_database.run([account = m_account, survey, known](QSqlDatabase &connection) {
        writeKnown(connection, account, survey, known);
    });
}

} // namespace models
