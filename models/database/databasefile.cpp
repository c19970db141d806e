#include "models/database/databasefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSqlQuery>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace models::databasefile {

namespace {

enum class Health { Good, Broken, Newer, Unreachable };

struct DatabaseText
{
    Q_DECLARE_TR_FUNCTIONS(models::Database)
};

bool pragmas(QSqlDatabase &connection)
{
    QSqlQuery query(connection);
    return query.exec(u"PRAGMA journal_mode = WAL"_s) && query.exec(u"PRAGMA synchronous = FULL"_s)
        && query.exec(u"PRAGMA foreign_keys = ON"_s);
}

/// A garbage file opens without an error: only a statement finds out.
Health inspect(QSqlDatabase &connection)
{
    QSqlQuery query(connection);
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next()
        || query.value(0).toString() != "ok"_L1)
        return Health::Broken;
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return Health::Broken;
    if (query.value(0).toInt() > schemaVersion())
        return Health::Newer;
    query.finish();
    return pragmas(connection) && migrate(connection) ? Health::Good : Health::Broken;
}

Health openFile(QSqlDatabase &connection, const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Health::Broken;
    // Made before SQLite does, so that nobody else can ever read it; its journal takes the same.
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner))
        return Health::Unreachable;
    file.close();
    connection.setDatabaseName(path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    return connection.open() ? inspect(connection) : Health::Broken;
}

QString setAside(const QString &path)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s);
    const QString aside = u"%1.corrupt-%2"_s.arg(path, time);
    // rename(2), since QFile would copy across file systems and QDir refuses some of these. The
    // journal goes with its file: a stray one would be replayed into the next.
    for (const QString &tail : {u"-wal"_s, u"-shm"_s, QString()}) {
        const int failed = std::rename(QFile::encodeName(path + tail).constData(),
                                       QFile::encodeName(aside + tail).constData());
        if (failed && tail.isEmpty())
            return {};
    }
    return aside;
}

int salvageFrom(const QString &aside, QSqlDatabase &to)
{
    const QString name = to.connectionName() + u"-salvage"_s;
    int rows = 0;
    {
        QSqlDatabase from = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        from.setDatabaseName(aside);
        if (!QFileInfo(aside).isDir() && from.open())
            rows = salvage(from, to);
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

void openMemory(QSqlDatabase &connection)
{
    connection.close();
    connection.setDatabaseName(u":memory:"_s);
    if (connection.open() && pragmas(connection))
        migrate(connection);
}

DatabaseReport replace(QSqlDatabase &connection, const QString &path, Health health)
{
    connection.close();
    DatabaseReport report;
    report.quarantined = setAside(path);
    if (report.quarantined.isEmpty() || openFile(connection, path) != Health::Good) {
        openMemory(connection);
        report.problem =
            DatabaseText::tr("The local database is damaged and could not be replaced. What you do "
                             "now is kept until you quit: %1")
                .arg(QDir::toNativeSeparators(path));
        return report;
    }
    salvageFrom(report.quarantined, connection);
    report.isOpen = true;
    const QString text = health == Health::Newer
        ? DatabaseText::tr(
            "The local database was written by a newer version of AlignDesk. It was set aside as "
            "%1, and a new one was begun.")
        : DatabaseText::tr(
            "The local database was damaged. It was set aside as %1, and a new one was begun "
            "with what could be read.");
    report.problem = text.arg(QDir::toNativeSeparators(report.quarantined));
    return report;
}

/// A survey or a reconciliation that was being sent when the program ended: nobody knows now.
void settleDoubt(QSqlDatabase &connection)
{
    QSqlQuery query(connection);
    query.exec(u"UPDATE intents SET state = 'unknown' WHERE state = 'sending'"_s);
    query.exec(u"UPDATE reconciliations SET state = 'unknown' WHERE state = 'sending'"_s);
}

void makeFolder(const QString &folder)
{
    if (QFileInfo::exists(folder) || !QDir().mkpath(folder))
        return;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace

DatabaseReport open(QSqlDatabase &connection, const QString &path)
{
    if (path == ":memory:"_L1) {
        openMemory(connection);
        return {.isOpen = true, .problem = {}, .quarantined = {}};
    }
    makeFolder(QFileInfo(path).absolutePath());
    const Health health = openFile(connection, path);
    if (health == Health::Broken || health == Health::Newer) {
        DatabaseReport report = replace(connection, path, health);
        settleDoubt(connection);
        return report;
    }
    if (health == Health::Good) {
        settleDoubt(connection);
        return {.isOpen = true, .problem = {}, .quarantined = {}};
    }
    openMemory(connection);
    return {.isOpen = false,
            .problem = DatabaseText::tr(
                           "The local database can't be opened. What you do now is kept until you "
                           "quit: %1")
                           .arg(QDir::toNativeSeparators(path)),
            .quarantined = {}};
}

} // namespace models::databasefile
