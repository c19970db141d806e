#include "sandbox/store/database.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

constexpr int schemaVersion = 1;

bool run(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    return query.exec(statement);
}

QVariant valueOf(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    return query.exec(statement) && query.next() ? query.value(0) : QVariant();
}

/// A lock or a full disk is no damage: SQLite says so by these two alone.
bool meansDamage(const QSqlError &error)
{
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == corrupt || code == notADatabase;
}

bool createTables(const QSqlDatabase &database)
{
    return run(database,
               u"CREATE TABLE IF NOT EXISTS survey (number INTEGER PRIMARY KEY, "
               "project_id TEXT NOT NULL UNIQUE, status INTEGER NOT NULL, "
               "details TEXT NOT NULL, complete INTEGER NOT NULL, "
               "entrants INTEGER NOT NULL, filled TEXT NOT NULL, "
               "field_time INTEGER NOT NULL)"_s)
        && run(database, u"CREATE INDEX IF NOT EXISTS survey_status ON survey (status)"_s)
        && run(database,
               u"CREATE TABLE IF NOT EXISTS reconciliation (project_id TEXT PRIMARY KEY, "
               "email TEXT NOT NULL, due INTEGER NOT NULL, accepted TEXT NOT NULL)"_s)
        && run(database, u"CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value)"_s)
        && run(database, u"PRAGMA user_version = %1"_s.arg(schemaVersion));
}

} // namespace

Database::Database()
    : m_name(QUuid::createUuid().toString())
{
}

Database::~Database()
{
    close();
}

void Database::open(const QString &file)
{
    if (!file.isEmpty()) {
        QDir().mkpath(QFileInfo(file).absolutePath());
        m_lock = std::make_unique<QLockFile>(file + u".lock"_s);
        m_lock->setStaleLockTime(0);
        if (!m_lock->tryLock(1000))
            throw StoreError {
                u"%1 is in use by another sandbox, or its folder can't be written."_s.arg(file)};
    }
    if (openAndCheck(file))
        return;
    if (m_isNewer)
        throw StoreError {
            u"%1 was written by a newer AlignDesk. It was left as it is."_s.arg(file)};
    if (!m_isDamaged)
        throw StoreError {u"%1 can't be opened or written. It was left as it is."_s.arg(file)};
    setAside(file);
    if (!openAndCheck(file))
        throw StoreError {u"%1 can't be opened or written."_s.arg(file)};
}

bool Database::openAndCheck(const QString &file)
{
    close();
    m_isDamaged = false;
    m_isNewer = false;
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (!file.isEmpty()) {
        // Made before SQLite does, so that only its owner can read it.
        constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner;
        QFile made(file);
        if (made.open(QIODevice::ReadWrite, mine))
            made.setPermissions(mine);
    }
    m_database.setDatabaseName(file.isEmpty() ? u":memory:"_s : file);
    // SQLite opens any file: only reading it tells whether it is a database at all.
    if (!m_database.open())
        return false;
    QSqlQuery check(m_database);
    if (!check.exec(u"PRAGMA quick_check"_s) || !check.next()) {
        m_isDamaged = meansDamage(check.lastError());
        return false;
    }
    m_isDamaged = check.value(0).toString() != u"ok"_s;
    check.finish();
    if (m_isDamaged)
        return false;
    const int version = valueOf(m_database, u"PRAGMA user_version"_s).toInt();
    m_isNewer = version > schemaVersion;
    if (m_isNewer)
        return false;
    if (!file.isEmpty())
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    run(m_database, u"PRAGMA journal_mode = WAL"_s);
    run(m_database, u"PRAGMA synchronous = NORMAL"_s);
    return createTables(m_database);
}

void Database::setAside(const QString &file)
{
    close();
    if (file.isEmpty() || !QFile::exists(file))
        return;
    const QString aside =
        file + u".broken-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddHHmmsszzz"_s);
    if (!QFile::rename(file, aside))
        throw StoreError {u"%1 can't be read, nor set aside."_s.arg(file)};
    for (const QString &tail : {u"-wal"_s, u"-shm"_s})
        QFile::rename(file + tail, aside + tail);
    m_notice =
        u"The data file couldn't be read. It was kept as %1; a new one was started."_s.arg(aside);
}

void Database::close()
{
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace sandbox
