#include "models/database/databasefile.h"

#include "models/database/migrations.h"
#include "models/database/salvage.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace models::databasefile {

namespace {

Q_LOGGING_CATEGORY(log, "aligndesk.database")

enum class Health { Good, Damaged, Newer, Unusable };

/// What was found, and for a file that is damaged or can't be used, why.
struct Finding
{
    Health health = Health::Good;
    sql::Error error {};
};

struct DatabaseText
{
    Q_DECLARE_TR_FUNCTIONS(models::Database)
};

Finding failed(const sql::Error &error)
{
    return {error.cause == sql::Cause::Damaged ? Health::Damaged : Health::Unusable, error};
}

/// Small files are checked with their indexes; larger ones would delay the start.
constexpr qint64 wholeCheckUpTo = 16 * 1024 * 1024;

sql::Result<sql::Done> setPragmas(const QSqlDatabase &connection)
{
    for (const QString &pragma : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s,
                                  u"PRAGMA busy_timeout = %1"_s.arg(busyTimeout)}) {
        if (const auto set = sql::exec(connection, pragma); !set)
            return set;
    }
    return sql::exec(connection, u"PRAGMA journal_mode = WAL"_s);
}

sql::Result<bool> isSound(const QSqlDatabase &connection, const QString &pragma)
{
    const auto found = sql::rows(connection, pragma, {},
                                 [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!found)
        return tl::unexpected(found.error());
    return *found == QStringList {u"ok"_s};
}

/// An index that doesn't fit its table is made anew: the rows are all there.
sql::Result<bool> isSoundWithIndexes(const QSqlDatabase &connection)
{
    const auto sound = isSound(connection, u"PRAGMA integrity_check(1)"_s);
    if (!sound || *sound)
        return sound;
    if (!sql::exec(connection, u"REINDEX"_s))
        return false;
    qCWarning(log, "an index was damaged and has been made anew");
    return isSound(connection, u"PRAGMA integrity_check(1)"_s);
}

/// A garbage file opens without an error: only a statement finds out.
Finding inspect(QSqlDatabase &connection, const QString &path)
{
    const auto version = versionOf(connection);
    if (!version)
        return failed(version.error());
    if (*version > schemaVersion())
        return {Health::Newer};
    auto sound = isSound(connection, u"PRAGMA quick_check(1)"_s);
    if (sound && *sound && QFileInfo(path).size() <= wholeCheckUpTo)
        sound = isSoundWithIndexes(connection);
    if (!sound)
        return failed(sound.error());
    if (!*sound)
        return {Health::Damaged, {sql::Cause::Damaged, 0}};
    if (const auto set = setPragmas(connection); !set)
        return failed(set.error());
    if (const auto migrated = migrate(connection); !migrated)
        return failed(migrated.error());
    return {};
}

/// Why a file can't even be made or opened for writing.
sql::Error accessError(const QFile &file)
{
    if (file.error() == QFile::ResourceError)
        return {sql::Cause::Full, 0};
    return {QFileInfo(file.fileName()).isReadable() || QFileInfo(file.fileName()).dir().isReadable()
                ? sql::Cause::ReadOnly
                : sql::Cause::Unreachable,
            0};
}

Finding openFile(QSqlDatabase &connection, const QString &path)
{
    if (QFileInfo(path).isDir())
        return {Health::Damaged, {sql::Cause::Damaged, 0}};
    // Made before SQLite does, so that nobody else can ever read it; its journal takes the same.
    constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite, mine))
        return {Health::Unusable, accessError(file)};
    file.close();
    for (const QString &tail : {QString(), u"-wal"_s, u"-shm"_s}) {
        if (QFileInfo::exists(path + tail))
            QFile::setPermissions(path + tail, mine);
    }
    connection.setDatabaseName(path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=500"_s); // the start doesn't wait for long
    if (!connection.open())
        return failed({sql::causeOf(connection.lastError().nativeErrorCode().toInt()),
                       connection.lastError().nativeErrorCode().toInt()});
    return inspect(connection, path);
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

/// Opens a file only to read, also where nothing can be written beside it; `isAlone`: no other
/// program holds it.
bool openToRead(QSqlDatabase &from, const QString &path, bool isAlone)
{
    from.setDatabaseName(path);
    from.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=500"_s);
    // A file that is shorter than it says is read all the same.
    const auto isReadable = [&from] {
        QSqlQuery query(from);
        return from.open() && query.exec(u"PRAGMA writable_schema = ON"_s)
            && query.exec(u"SELECT count(*) FROM sqlite_master"_s) && query.next();
    };
    if (isReadable())
        return true;
    from.close();
    // With a journal beside it the newest rows are there.
    if (!isAlone || QFileInfo(path + u"-wal"_s).size() > 0)
        return false;
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(u"immutable=1"_s);
    from.setDatabaseName(url.toString(QUrl::FullyEncoded));
    from.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
    return isReadable();
}

/// What could be read of the file; nothing when it can't be opened at all.
QList<RescuedTable> salvageFrom(const QString &path, QSqlDatabase &to, bool isAlone = true)
{
    const QString name = to.connectionName() + u"-salvage"_s;
    QList<RescuedTable> rescued;
    {
        QSqlDatabase from = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        if (!QFileInfo(path).isDir() && openToRead(from, path, isAlone))
            rescued = salvage(from, to);
    }
    QSqlDatabase::removeDatabase(name);
    return rescued;
}

void openMemory(QSqlDatabase &connection)
{
    connection.close();
    connection.setConnectOptions();
    connection.setDatabaseName(u":memory:"_s);
    if (!connection.open() || !setPragmas(connection) || !migrate(connection))
        qCCritical(log, "not even a database in memory can be opened");
}

QString native(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

/// A survey or a reconciliation that was being sent when the program ended: nobody knows now.
sql::Result<sql::Done> markUnfinishedAsUnknown(const QSqlDatabase &connection)
{
    const auto intents =
        sql::exec(connection, u"UPDATE intents SET state = 'unknown' WHERE state = 'sending'"_s);
    return intents ? sql::exec(connection,
                               u"UPDATE reconciliations SET state = 'unknown'"
                               " WHERE state = 'sending'"_s)
                   : intents;
}

/// SQLite says of a full disk too that it can't enlarge a file.
sql::Error explained(const sql::Error &error, const QString &path)
{
    constexpr qint64 fewBytes = 64 * 1024;
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool isFull = error.cause == sql::Cause::Unreachable && disk.isValid()
        && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < fewBytes;
    return isFull ? sql::Error {sql::Cause::Full, error.code} : error;
}

DatabaseReport goOnInMemory(QSqlDatabase &connection, const QString &path, const Finding &finding)
{
    openMemory(connection);
    const sql::Error error = explained(finding.error, path);
    const QList<RescuedTable> read = salvageFrom(path, connection, error.cause != sql::Cause::Busy);
    std::ignore = markUnfinishedAsUnknown(connection); // in memory: nothing can refuse it
    DatabaseReport report;
    report.canRetry = finding.health != Health::Newer;
    report.problem = finding.health == Health::Newer
        ? DatabaseText::tr("The local database was written by a newer version of AlignDesk: %1")
              .arg(native(path))
        : DatabaseText::tr("The local database can’t be used now: %1").arg(native(path));
    QStringList sentences;
    if (finding.health != Health::Newer)
        sentences.append(sql::sentence(error));
    sentences.append(
        DatabaseText::tr("The file was left as it is. What you do now is kept until you quit."));
    if (read.isEmpty())
        sentences.append(DatabaseText::tr("Drafts and submissions in it can’t be seen meanwhile."));
    report.details = sentences.join(u' ');
    return report;
}

DatabaseReport replace(QSqlDatabase &connection, const QString &path)
{
    connection.close();
    DatabaseReport report;
    report.quarantined = setAside(path);
    const Finding fresh = report.quarantined.isEmpty()
        ? Finding {Health::Unusable, {sql::Cause::ReadOnly, 0}}
        : openFile(connection, path);
    if (fresh.health != Health::Good) {
        const QString aside = report.quarantined;
        report = goOnInMemory(connection, aside.isEmpty() ? path : aside, fresh);
        report.quarantined = aside;
        report.problem =
            DatabaseText::tr("The local database is damaged and could not be replaced: %1")
                .arg(native(aside.isEmpty() ? path : aside));
        return report;
    }
    report.details = describe(salvageFrom(report.quarantined, connection));
    report.isOpen = true;
    report.problem = DatabaseText::tr("The local database was damaged. It was set aside as %1, and "
                                      "a new one was begun.")
                         .arg(native(report.quarantined));
    return report;
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
    Finding finding = openFile(connection, path);
    DatabaseReport report {.isOpen = true, .problem = {}, .quarantined = {}};
    if (finding.health == Health::Damaged)
        report = replace(connection, path);
    if (finding.health == Health::Good || (finding.health == Health::Damaged && report.isOpen)) {
        const auto marked = markUnfinishedAsUnknown(connection);
        if (marked)
            return report;
        finding = failed(marked.error());
    }
    return finding.health == Health::Damaged ? report : goOnInMemory(connection, path, finding);
}

DatabaseReport openReadOnly(QSqlDatabase &connection, const QString &path)
{
    const QString file = native(path);
    DatabaseReport report;
    if (!QFileInfo(path).isFile())
        report.problem = DatabaseText::tr("There is no local database: %1").arg(file);
    else if (!openToRead(connection, path, false))
        report.problem = DatabaseText::tr("The local database can’t be read now: %1").arg(file);
    else if (const auto version = versionOf(connection); version && *version > schemaVersion())
        report.problem =
            DatabaseText::tr("The local database was written by a newer version of AlignDesk: %1")
                .arg(file);
    else if (version && *version < schemaVersion())
        report.problem =
            DatabaseText::tr("The local database is of an older version. Start AlignDesk once to "
                             "bring it up to date: %1")
                .arg(file);
    else if (version)
        report.isOpen = true;
    else
        report.problem = sql::sentence(version.error());
    if (!report.isOpen)
        openMemory(connection);
    return report;
}

DatabaseReport reopen(QSqlDatabase &current, QSqlDatabase &fresh, const QString &path)
{
    DatabaseReport report = open(fresh, path);
    if (!report.isOpen)
        return report;
    if (const auto merged = merge(current, fresh); !merged) {
        report.isOpen = false;
        report.canRetry = true;
        report.problem =
            DatabaseText::tr("The local database can’t be used now: %1").arg(native(path));
        report.details = sql::sentence(merged.error());
    }
    return report;
}

} // namespace models::databasefile
