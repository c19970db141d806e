#include "models/surveys/surveycache.h"

#include "models/database/sql.h"
#include "models/surveys/surveybytes.h"

using namespace Qt::StringLiterals;

namespace models::surveycache {

namespace {

sql::Statement insertion(QSqlDatabase &database)
{
    return {
        database,
        u"REPLACE INTO surveys (account, id, position, body, updated) VALUES (?, ?, ?, ?, ?)"_s};
}

sql::Result<sql::Done> insert(sql::Statement &statement, const QString &account,
                              const api::Survey &survey, qint64 position)
{
    return statement.exec(
        {account, survey.id.value, position, toBytes(survey), QDateTime::currentMSecsSinceEpoch()});
}

void readState(QSqlDatabase &database, const QString &account, Entry &entry)
{
    std::ignore =
        sql::each(database, u"SELECT updated, is_incomplete FROM survey_lists WHERE account = ?"_s,
                  {account}, [&entry](const QSqlQuery &row) {
                      entry.updated =
                          QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong(), Qt::UTC);
                      entry.isIncomplete = row.value(1).toBool();
                  });
}

sql::Result<sql::Done> writeState(QSqlDatabase &database, const QString &account,
                                  const Entry &entry)
{
    return sql::exec(
        database, u"REPLACE INTO survey_lists (account, updated, is_incomplete) VALUES (?, ?, ?)"_s,
        {account, entry.updated.toMSecsSinceEpoch(), entry.isIncomplete ? 1 : 0});
}

/// The place of a survey that is there, else one before the first.
qint64 positionOf(QSqlDatabase &database, const QString &account, const api::SurveyId &id)
{
    qint64 position = 0;
    std::ignore =
        sql::each(database,
                  u"SELECT coalesce((SELECT position FROM surveys WHERE account = ? AND id = ?),"
                  " (SELECT min(position) - 1 FROM surveys WHERE account = ?), 0)"_s,
                  {account, id.value, account},
                  [&position](const QSqlQuery &row) { position = row.value(0).toLongLong(); });
    return position;
}

} // namespace

Entry read(QSqlDatabase &database, const QString &account)
{
    Entry entry;
    readState(database, account, entry);
    std::ignore =
        sql::each(database, u"SELECT body FROM surveys WHERE account = ? ORDER BY position"_s,
                  {account}, [&entry](const QSqlQuery &row) {
                      if (const auto survey = surveyFromBytes(row.value(0).toByteArray()))
                          entry.surveys.append(*survey);
                  });
    return entry;
}

void write(QSqlDatabase &database, const QString &account, const Entry &entry)
{
    const auto replace = [&]() -> sql::Result<sql::Done> {
        auto done = sql::exec(database, u"DELETE FROM surveys WHERE account = ?"_s, {account});
        sql::Statement statement = insertion(database);
        qint64 position = 0;
        for (const api::Survey &survey : entry.surveys) {
            if (!done)
                return done;
            done = insert(statement, account, survey, position++);
        }
        return done ? writeState(database, account, entry) : done;
    };
    // A cache: the former list stays, and the database shows that it can't be written.
    std::ignore = sql::transaction(database, replace);
}

void writeOne(QSqlDatabase &database, const QString &account, const api::Survey &survey)
{
    sql::Statement statement = insertion(database);
    std::ignore = insert(statement, account, survey, positionOf(database, account, survey.id));
}

} // namespace models::surveycache
