#include "models/connections/connectiontable.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace models::connectiontable {

QList<Entry> read(QSqlDatabase &database)
{
    QList<Entry> entries;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.exec(u"SELECT name, base_url, colour, is_sandbox, last_used FROM connections"_s);
    while (query.next()) {
        entries.append({{.name = query.value(0).toString(),
                         .baseUrl = QUrl(query.value(1).toString()),
                         .colour = query.value(2).toString(),
                         .isSandbox = query.value(3).toBool()},
                        query.value(4).toLongLong()});
    }
    return entries;
}

QString accountOf(QSqlDatabase &database, const QString &name)
{
    QSqlQuery query(database);
    query.prepare(name.isEmpty()
                      ? u"SELECT account FROM connections ORDER BY last_used DESC LIMIT 1"_s
                      : u"SELECT account FROM connections WHERE name = ?"_s);
    if (!name.isEmpty())
        query.addBindValue(name);
    return query.exec() && query.next() ? query.value(0).toString() : QString();
}

void write(QSqlDatabase &database, const Connection &connection, const QString &account)
{
    QSqlQuery query(database);
    query.prepare(
        u"INSERT INTO connections (name, base_url, colour, is_sandbox, account, last_used)"
        " VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (name) DO UPDATE SET"
        " base_url = excluded.base_url, colour = excluded.colour,"
        " account = excluded.account"_s);
    query.addBindValue(connection.name);
    query.addBindValue(connection.baseUrl.toString());
    // A null string would be NULL.
    query.addBindValue(connection.colour.isNull() ? u""_s : connection.colour);
    query.addBindValue(connection.isSandbox);
    query.addBindValue(account);
    query.exec();
}

void markUsed(QSqlDatabase &database, const Connection &connection, const QString &account,
              qint64 now)
{
    write(database, connection, account);
    QSqlQuery query(database);
    query.prepare(u"UPDATE connections SET last_used = ? WHERE name = ?"_s);
    query.addBindValue(now);
    query.addBindValue(connection.name);
    query.exec();
}

void remove(QSqlDatabase &database, const QString &name)
{
    database.transaction();
    QSqlQuery query(database);
    for (const QString &table :
         {u"surveys"_s, u"survey_lists"_s, u"reference_lists"_s, u"qualification_masters"_s}) {
        query.prepare(u"DELETE FROM %1 WHERE account = (SELECT account FROM connections"
                      " WHERE name = :name) AND NOT EXISTS (SELECT 1 FROM connections other"
                      " WHERE other.account = %1.account AND other.name <> :other)"_s.arg(table));
        query.bindValue(u":name"_s, name);
        query.bindValue(u":other"_s, name);
        query.exec();
    }
    query.prepare(u"DELETE FROM connections WHERE name = ?"_s);
    query.addBindValue(name);
    query.exec();
    database.commit();
}

} // namespace models::connectiontable
