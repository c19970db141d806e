#include "models/database/migrations.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace models::databasefile {

namespace {

QString migrationFile(int version)
{
    return u":/schema/%1.sql"_s.arg(version, 3, 10, QLatin1Char('0'));
}

/// Statements end with a semicolon at the end of a line; no trigger is among them.
QStringList statements(int version)
{
    QFile file(migrationFile(version));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList all;
    QString current;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith("--"_L1))
            continue;
        current += line + u'\n';
        if (!line.endsWith(u';'))
            continue;
        all.append(current);
        current.clear();
    }
    return all;
}

sql::Result<sql::Done> runMigration(QSqlDatabase &connection, int version)
{
    return sql::transaction(connection, [&]() -> sql::Result<sql::Done> {
        for (const QString &statement : statements(version)) {
            if (const auto done = sql::exec(connection, statement); !done)
                return done;
        }
        // Inside the transaction: after a crash either both are there or neither.
        return sql::exec(connection, u"PRAGMA user_version = %1"_s.arg(version));
    });
}

} // namespace

int schemaVersion()
{
    int version = 0;
    while (QFile::exists(migrationFile(version + 1)))
        ++version;
    return version;
}

sql::Result<sql::Done> migrate(QSqlDatabase &connection)
{
    const auto present = versionOf(connection);
    if (!present)
        return tl::unexpected(present.error());
    const int newest = schemaVersion();
    for (int version = *present + 1; version <= newest; ++version) {
        if (const auto done = runMigration(connection, version); !done)
            return done;
    }
    return sql::Done {};
}

sql::Result<int> versionOf(const QSqlDatabase &connection)
{
    int version = 0;
    const auto read =
        sql::each(connection, u"PRAGMA user_version"_s, {},
                  [&version](const QSqlQuery &row) { version = row.value(0).toInt(); });
    if (!read)
        return tl::unexpected(read.error());
    return version;
}

sql::Result<sql::Done> probe(QSqlDatabase &connection)
{
    const auto version = versionOf(connection);
    if (!version)
        return tl::unexpected(version.error());
    return sql::exec(connection, u"PRAGMA user_version = %1"_s.arg(*version));
}

} // namespace models::databasefile
