#include "models/database/databasefile.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace models::databasefile {

namespace {

Q_LOGGING_CATEGORY(log, "aligndesk.database")

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

bool runMigration(QSqlDatabase &connection, int version)
{
    if (!connection.transaction())
        return false;
    QSqlQuery query(connection);
    for (const QString &statement : statements(version)) {
        if (query.exec(statement))
            continue;
        qCWarning(log, "migration %d: %s", version, qUtf8Printable(query.lastError().text()));
        connection.rollback();
        return false;
    }
    // Inside the transaction: after a crash either both are there or neither.
    if (query.exec(u"PRAGMA user_version = %1"_s.arg(version)) && connection.commit())
        return true;
    connection.rollback();
    return false;
}

} // namespace

int schemaVersion()
{
    int version = 0;
    while (QFile::exists(migrationFile(version + 1)))
        ++version;
    return version;
}

bool migrate(QSqlDatabase &connection)
{
    QSqlQuery query(connection);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return false;
    const int present = query.value(0).toInt();
    query.finish();
    const int wanted = schemaVersion();
    for (int version = present + 1; version <= wanted; ++version) {
        if (!runMigration(connection, version))
            return false;
    }
    return true;
}

} // namespace models::databasefile
