#include "models/connections/connectiontable.h"

#include "models/database/salvage.h"
#include "models/database/sql.h"

using namespace Qt::StringLiterals;

namespace models::connectiontable {

namespace {

/// The tables whose rows name their account; the rows of the others go with those.
QStringList accountTables(const QSqlDatabase &database)
{
    QStringList tables =
        sql::rows(database,
                  u"SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c"
                  " WHERE m.type = 'table' AND c.name = 'account'"_s,
                  {}, [](const QSqlQuery &row) { return row.value(0).toString(); })
            .value_or(QStringList());
    tables.removeOne(u"connections"_s);
    return tables;
}

/// The account of a connection, empty when another connection has the same.
sql::Result<QString> accountToClear(const QSqlDatabase &database, const QString &name)
{
    const auto found =
        sql::rows(database,
                  u"SELECT account FROM connections c WHERE name = ? AND NOT EXISTS"
                  " (SELECT 1 FROM connections WHERE account = c.account AND name <> c.name)"_s,
                  {name}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!found)
        return tl::unexpected(found.error());
    return found->value(0);
}

/// All rows of the account. Versions of drafts and points of feasibility go with theirs.
sql::Result<sql::Done> clear(QSqlDatabase &database, const QString &account)
{
    const auto snapshots = sql::exec(database,
                                     u"DELETE FROM snapshots WHERE survey IN"
                                     " (SELECT key FROM snapshot_surveys WHERE account = ?)"_s,
                                     {account});
    if (!snapshots)
        return snapshots;
    for (const QString &table : accountTables(database)) {
        const auto done =
            sql::exec(database, u"DELETE FROM %1 WHERE account = ?"_s.arg(table), {account});
        if (!done)
            return done;
    }
    return sql::Done {};
}

/// What a person made goes along to the new account; what is only a cache of the service doesn't.
sql::Result<sql::Done> move(QSqlDatabase &database, const QString &former, const QString &account)
{
    const QStringList caches = cacheTables();
    for (const QString &table : accountTables(database)) {
        const bool isCache = caches.contains(table);
        const auto done = isCache
            ? sql::exec(database, u"DELETE FROM %1 WHERE account = ?"_s.arg(table), {former})
            : sql::exec(database,
                        u"UPDATE OR IGNORE %1 SET account = ? WHERE account = ?"_s.arg(table),
                        {account, former});
        if (!done)
            return done;
    }
    return sql::Done {};
}

} // namespace

sql::Result<QList<Entry>> read(QSqlDatabase &database)
{
    return sql::rows(database,
                     u"SELECT name, base_url, colour, is_sandbox, last_used FROM connections"_s, {},
                     [](const QSqlQuery &row) {
                         return Entry {{.name = row.value(0).toString(),
                                        .baseUrl = QUrl(row.value(1).toString()),
                                        .colour = row.value(2).toString(),
                                        .isSandbox = row.value(3).toBool()},
                                       row.value(4).toLongLong()};
                     });
}

QList<NamedAccount> accounts(QSqlDatabase &database)
{
    return sql::rows(database, u"SELECT name, account FROM connections ORDER BY last_used DESC"_s,
                     {},
                     [](const QSqlQuery &row) {
                         return NamedAccount {row.value(0).toString(), row.value(1).toString()};
                     })
        .value_or(QList<NamedAccount>());
}

sql::Result<sql::Done> write(QSqlDatabase &database, const Connection &connection,
                             const QString &account)
{
    return sql::exec(
        database,
        u"INSERT INTO connections (name, base_url, colour, is_sandbox, account, last_used)"
        " VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT (name) DO UPDATE SET"
        " base_url = excluded.base_url, colour = excluded.colour,"
        " account = excluded.account"_s,
        {connection.name, connection.baseUrl.toString(), connection.colour, connection.isSandbox,
         account});
}

sql::Result<sql::Done> markUsed(QSqlDatabase &database, const Connection &connection,
                                const QString &account, qint64 now)
{
    const auto written = write(database, connection, account);
    return written ? sql::exec(database, u"UPDATE connections SET last_used = ? WHERE name = ?"_s,
                               {now, connection.name})
                   : written;
}

sql::Result<sql::Done> remove(QSqlDatabase &database, const QString &name)
{
    return sql::transaction(database, [&]() -> sql::Result<sql::Done> {
        const auto account = accountToClear(database, name);
        if (!account)
            return tl::unexpected(account.error());
        if (!account->isEmpty()) {
            if (const auto cleared = clear(database, *account); !cleared)
                return cleared;
        }
        return sql::exec(database, u"DELETE FROM connections WHERE name = ?"_s, {name});
    });
}

sql::Result<sql::Done> replace(QSqlDatabase &database, const QString &name, const Entry &entry,
                               const QString &account)
{
    return sql::transaction(database, [&]() -> sql::Result<sql::Done> {
        const auto former = accountToClear(database, name);
        if (!former)
            return tl::unexpected(former.error());
        if (!former->isEmpty() && *former != account) {
            if (const auto moved = move(database, *former, account); !moved)
                return moved;
        }
        const auto gone = sql::exec(database, u"DELETE FROM connections WHERE name = ?"_s, {name});
        return gone ? markUsed(database, entry.connection, account, entry.lastUsed) : gone;
    });
}

sql::Result<bool> isUnclear(QSqlDatabase &database, const QString &name)
{
    const auto found =
        sql::each(database,
                  u"SELECT 1 FROM connections c WHERE c.name = ? AND ("
                  " EXISTS (SELECT 1 FROM intents WHERE account = c.account"
                  "  AND state IN ('sending', 'unknown'))"
                  " OR EXISTS (SELECT 1 FROM reconciliations WHERE account = c.account"
                  "  AND state IN ('sending', 'unknown')))"_s,
                  {name}, [](const QSqlQuery &) {});
    if (!found)
        return tl::unexpected(found.error());
    return *found > 0;
}

} // namespace models::connectiontable
