#include "models/surveys/surveycache.h"

#include "models/surveys/surveybytes.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace models::surveycache {

namespace {

QSqlQuery insertion(QSqlDatabase &database)
{
    QSqlQuery query(database);
    query.prepare(u"REPLACE INTO surveys (account, id, position, body, updated)"
                  " VALUES (?, ?, ?, ?, ?)"_s);
    return query;
}

void insert(QSqlQuery &query, const QString &account, const api::Survey &survey, qint64 position)
{
    query.addBindValue(account);
    query.addBindValue(survey.id.value);
    query.addBindValue(position);
    query.addBindValue(toBytes(survey));
    query.addBindValue(QDateTime::currentMSecsSinceEpoch());
    query.exec();
}

void readState(QSqlDatabase &database, const QString &account, Entry &entry)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT updated, is_incomplete FROM survey_lists WHERE account = ?"_s);
    query.addBindValue(account);
    query.exec();
    if (!query.next())
        return;
    entry.updated = QDateTime::fromMSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC);
    entry.isIncomplete = query.value(1).toBool();
}

void writeState(QSqlDatabase &database, const QString &account, const Entry &entry)
{
    QSqlQuery query(database);
    query.prepare(u"REPLACE INTO survey_lists (account, updated, is_incomplete)"
                  " VALUES (?, ?, ?)"_s);
    query.addBindValue(account);
    query.addBindValue(entry.updated.toMSecsSinceEpoch());
    query.addBindValue(entry.isIncomplete ? 1 : 0);
    query.exec();
}

/// The place of a survey that is there, else one before the first.
qint64 positionOf(QSqlDatabase &database, const QString &account, const api::SurveyId &id)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT coalesce("
                  "(SELECT position FROM surveys WHERE account = ?1 AND id = ?2),"
                  "(SELECT min(position) - 1 FROM surveys WHERE account = ?1), 0)"_s);
    query.bindValue(0, account);
    query.bindValue(1, id.value);
    query.exec();
    return query.next() ? query.value(0).toLongLong() : 0;
}

} // namespace

Entry read(QSqlDatabase &database, const QString &account)
{
    Entry entry;
    readState(database, account, entry);
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT body FROM surveys WHERE account = ? ORDER BY position"_s);
    query.addBindValue(account);
    query.exec();
    while (query.next()) {
        if (const auto survey = surveyFromBytes(query.value(0).toByteArray()))
            entry.surveys.append(*survey);
    }
    return entry;
}

void write(QSqlDatabase &database, const QString &account, const Entry &entry)
{
    database.transaction();
    QSqlQuery removal(database);
    removal.prepare(u"DELETE FROM surveys WHERE account = ?"_s);
    removal.addBindValue(account);
    removal.exec();
    QSqlQuery query = insertion(database);
    qint64 position = 0;
    for (const api::Survey &survey : entry.surveys)
        insert(query, account, survey, position++);
    writeState(database, account, entry);
    database.commit();
}

void writeOne(QSqlDatabase &database, const QString &account, const api::Survey &survey)
{
    QSqlQuery query = insertion(database);
    insert(query, account, survey, positionOf(database, account, survey.id));
}

} // namespace models::surveycache
