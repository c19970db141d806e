#include "models/database/database.h"
#include "models/database/databasefile.h"
#include "models/database/migrations.h"
#include "tests/support/wait.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using models::Database;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

models::DatabaseReport openAt(const QString &path)
{
    Database database(path);
    return support::wait(database.open());
}

bool addConnection(QSqlDatabase &database, const QString &name)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO connections VALUES (?, 'https://x/', '', 0, 'a', 1)"_s);
    query.addBindValue(name);
    return query.exec();
}

QVariant value(Database &database, const QString &statement)
{
    return support::wait(database.run([statement](QSqlDatabase &connection) {
        QSqlQuery query(connection);
        if (!query.exec(statement) || !query.next())
            return QVariant();
        return query.value(0);
    }));
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void setsDurablePragmas();
    void filesAndFolderAreTheOwnersOnly();
    void runsWorkInOrder();
    void finishesQueuedWorkWhenDestroyed();
    void bytesNotADatabaseAreSetAside_data();
    void bytesNotADatabaseAreSetAside();
    void newerSchemaIsLeftAlone();
    void folderInPlaceOfTheFileIsSetAside();
    void unreachableFileFallsBackToMemory();
    void bitFlipsNeverCrashOrDelete();
    void lostOrForeignWalIsNeverFatal_data();
    void lostOrForeignWalIsNeverFatal();
    void failedMigrationLeavesThePreviousVersion();
    void sendingBecomesUnknownAtOpening();
    void oneIntentInDoubtPerPayload();

private:
    QString path() const { return m_folder->filePath(u"data.sqlite"_s); }
    QStringList aside() const
    {
        return QDir(m_folder->path())
            .entryList({u"*.corrupt-*"_s}, QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDatabase::setsDurablePragmas()
{
    Database database(path());
    QVERIFY(support::wait(database.open()).isOpen);
    QCOMPARE(value(database, u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QCOMPARE(value(database, u"PRAGMA synchronous"_s).toInt(), 2);
    QCOMPARE(value(database, u"PRAGMA foreign_keys"_s).toInt(), 1);
    QCOMPARE(value(database, u"PRAGMA busy_timeout"_s).toInt(), models::databasefile::busyTimeout);
    QCOMPARE(value(database, u"PRAGMA user_version"_s).toInt(),
             models::databasefile::schemaVersion());
}

void TestDatabase::filesAndFolderAreTheOwnersOnly()
{
    const QString folder = m_folder->filePath(u"new/folder"_s);
    Database database(folder + u"/data.sqlite"_s);
    QVERIFY(support::wait(database.open()).isOpen);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder) & others));
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 2);
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

void TestDatabase::runsWorkInOrder()
{
    Database database(path());
    QList<int> order; // touched in the database's thread only, read after the last piece
    for (int i = 0; i < 500; ++i)
        database.run([&order, i](QSqlDatabase &) { order.append(i); });
    const auto elsewhere = support::wait(
        database.run([](QSqlDatabase &) { return quintptr(QThread::currentThreadId()); }));
    QVERIFY(elsewhere != quintptr(QThread::currentThreadId()));
    QCOMPARE(order.size(), 500);
    QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
}

void TestDatabase::finishesQueuedWorkWhenDestroyed()
{
    {
        Database database(path());
        for (int i = 0; i < 200; ++i)
            database.run([i](QSqlDatabase &connection) {
                return addConnection(connection, QString::number(i));
            });
    }
    Database again(path());
    QCOMPARE(value(again, u"SELECT count(*) FROM connections"_s).toInt(), 200);
}

void TestDatabase::bytesNotADatabaseAreSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("not a database at all\n");
    QTest::newRow("a page of zeros") << QByteArray(4096, '\0');
    QTest::newRow("the header alone") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("header and noise")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, 'x');
    {
        QTemporaryDir folder;
        const QString whole = folder.filePath(u"whole"_s);
        openAt(whole);
        const QByteArray good = contents(whole);
        QTest::newRow("cut in the middle of a page") << good.left(good.size() / 2 + 100);
    }
}

void TestDatabase::bytesNotADatabaseAreSetAside()
{
    QFETCH(const QByteArray, bytes);
    write(path(), bytes);
    const models::DatabaseReport report = openAt(path());
    QVERIFY(report.isOpen);
    QVERIFY(!report.problem.isEmpty());
    QCOMPARE(contents(report.quarantined), bytes);
    QCOMPARE(openAt(path()),
             (models::DatabaseReport {.isOpen = true, .problem = {}, .quarantined = {}}));
}

void TestDatabase::newerSchemaIsLeftAlone()
{
    {
        Database database(path());
        support::wait(database.run([](QSqlDatabase &connection) {
            QSqlQuery query(connection);
            return addConnection(connection, u"Live"_s)
                && query.exec(u"ALTER TABLE connections ADD COLUMN more TEXT"_s)
                && query.exec(u"PRAGMA user_version = 9999"_s);
        }));
    }
    const QByteArray before = contents(path());
    {
        Database database(path());
        const models::DatabaseReport report = support::wait(database.open());
        QVERIFY(!report.isOpen);
        QVERIFY(!report.canRetry);
        QVERIFY2(report.problem.contains(u"newer version"_s), qPrintable(report.problem));
        QVERIFY2(report.problem.contains(path()), qPrintable(report.problem));
        // What can be read of it is there, in memory.
        QCOMPARE(value(database, u"SELECT name FROM connections"_s).toString(), u"Live"_s);
        QVERIFY(support::wait(database.run(
            [](QSqlDatabase &connection) { return addConnection(connection, u"Memory"_s); })));
    }
    QCOMPARE(contents(path()), before);
    QVERIFY(aside().isEmpty());
}

void TestDatabase::folderInPlaceOfTheFileIsSetAside()
{
    QVERIFY(QDir().mkpath(path() + u"/inside"_s));
    QVERIFY(openAt(path()).isOpen);
    QCOMPARE(aside().size(), 1);
    QVERIFY(QFileInfo::exists(m_folder->filePath(aside().constFirst()) + u"/inside"_s));
}

void TestDatabase::unreachableFileFallsBackToMemory()
{
    write(m_folder->filePath(u"file"_s), "x");
    Database database(m_folder->filePath(u"file/data.sqlite"_s));
    const models::DatabaseReport report = support::wait(database.open());
    QVERIFY(!report.isOpen);
    QVERIFY(!report.problem.isEmpty());
    QCOMPARE(value(database, u"SELECT count(*) FROM surveys"_s), QVariant(0));
}

void TestDatabase::bitFlipsNeverCrashOrDelete()
{
    {
        Database database(path());
        for (int i = 0; i < 50; ++i)
            support::wait(database.run([i](QSqlDatabase &connection) {
                return addConnection(connection, QString::number(i));
            }));
    }
    const QByteArray good = contents(path());
    quint32 seed = 4711;
    for (int round = 0; round < 50; ++round) {
        QByteArray bad = good;
        for (int flip = 0; flip < 20; ++flip) {
            seed = seed * 1664525u + 1013904223u;
            const qsizetype at = qsizetype(seed >> 8) % bad.size();
            bad[at] = char(bad[at] ^ (1 << (seed & 7)));
        }
        write(path(), bad);
        const models::DatabaseReport report = openAt(path());
        QVERIFY(report.isOpen);
        if (!report.quarantined.isEmpty())
            QCOMPARE(contents(report.quarantined), bad);
    }
    QVERIFY(!aside().isEmpty());
}

void TestDatabase::lostOrForeignWalIsNeverFatal_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("journal lost") << u"lost"_s;
    QTest::newRow("journal truncated") << u"truncated"_s;
    QTest::newRow("journal of another database") << u"swapped"_s;
    QTest::newRow("shared memory is noise") << u"shm"_s;
    QTest::newRow("main file emptied") << u"empty"_s;
}

void TestDatabase::lostOrForeignWalIsNeverFatal()
{
    QFETCH(const QString, change);
    const QString copy = m_folder->filePath(u"copy.sqlite"_s);
    {
        Database database(path());
        Database other(m_folder->filePath(u"other.sqlite"_s));
        const auto add = [](QSqlDatabase &connection) { return addConnection(connection, u"A"_s); };
        QVERIFY(support::wait(database.run(add)));
        QVERIFY(support::wait(other.run(add)));
        const QString wal = (change == "swapped"_L1 ? m_folder->filePath(u"other.sqlite-wal"_s)
                                                    : path() + u"-wal"_s);
        write(copy, change == "empty"_L1 ? QByteArray() : contents(path()));
        const QByteArray journal = contents(wal);
        QVERIFY(!journal.isEmpty());
        if (change != "lost"_L1)
            write(copy + u"-wal"_s,
                  change == "truncated"_L1 ? journal.left(journal.size() / 2) : journal);
        if (change == "shm"_L1)
            write(copy + u"-shm"_s, QByteArray(32768, 'z'));
    }
    Database database(copy);
    QVERIFY(support::wait(database.open()).isOpen);
    QCOMPARE(value(database, u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    QVERIFY(value(database, u"SELECT count(*) FROM connections"_s).toInt() <= 1);
}

void TestDatabase::failedMigrationLeavesThePreviousVersion()
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"migration"_s);
    connection.setDatabaseName(u":memory:"_s);
    QVERIFY(connection.open());
    {
        QSqlQuery query(connection);
        // The last table of the migration is in the way: the ones before it must not stay.
        QVERIFY(query.exec(u"CREATE TABLE intents (x)"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"CREATE TABLE intents.*"_s));
        QVERIFY(!models::databasefile::migrate(connection));
        QCOMPARE(connection.tables(), QStringList {u"intents"_s});
        QVERIFY(query.exec(u"PRAGMA user_version"_s) && query.next());
        QCOMPARE(query.value(0).toInt(), 0);
    }
    connection.close();
    connection = {};
    QSqlDatabase::removeDatabase(u"migration"_s);
}

void TestDatabase::sendingBecomesUnknownAtOpening()
{
    const QString insert =
        u"INSERT INTO intents VALUES ('u', 'a', '{}', x'00', '[]', 'sending', '', "
        "'[]', 1, 1)"_s;
    {
        Database database(path());
        support::wait(database.run(
            [insert](QSqlDatabase &connection) { QSqlQuery(connection).exec(insert); }));
    }
    Database database(path());
    QCOMPARE(value(database, u"SELECT state FROM intents"_s).toString(), u"unknown"_s);
}

void TestDatabase::oneIntentInDoubtPerPayload()
{
    Database database(path());
    const auto insert = [&database](const QString &uuid, const QString &state) {
        return support::wait(database.run([uuid, state](QSqlDatabase &connection) {
            QSqlQuery query(connection);
            query.prepare(
                u"INSERT INTO intents VALUES (?, 'a', '{}', x'00', '[]', ?, '', '[]', 1, 1)"_s);
            query.addBindValue(uuid);
            query.addBindValue(state);
            return query.exec();
        }));
    };
    QVERIFY(insert(u"1"_s, u"created"_s));
    QVERIFY(insert(u"2"_s, u"unknown"_s));
    QVERIFY(!insert(u"3"_s, u"sending"_s));
    QVERIFY(insert(u"4"_s, u"created"_s));
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
