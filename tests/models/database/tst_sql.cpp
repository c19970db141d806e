#include "models/database/database.h"
#include "models/database/sql.h"
#include "tests/models/database/noroom.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Database;
namespace sql = models::sql;

namespace {

const QString insertion = u"INSERT INTO connections VALUES (?, 'https://x/', '', 0, 'a', 1)"_s;

/// No page can be added to the file any more, as on a disk that is full.
void fill(Database &database)
{
    QVERIFY(support::wait(database.run([](QSqlDatabase &connection) {
        qint64 pages = 0;
        return sql::each(connection, u"PRAGMA page_count"_s, {},
                         [&pages](const QSqlQuery &row) { pages = row.value(0).toLongLong(); })
            && sql::exec(connection, u"PRAGMA max_page_count = %1"_s.arg(pages));
    })));
}

void makeRoom(Database &database)
{
    QVERIFY(support::wait(database.run([](QSqlDatabase &connection) {
        return sql::exec(connection, u"PRAGMA max_page_count = 1000000"_s).has_value();
    })));
}

sql::Result<sql::Done> insertMuch(QSqlDatabase &connection)
{
    return sql::exec(connection, insertion, {QString(100'000, u'x')});
}

} // namespace

class TestSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatACodeMeans_data();
    void knowsWhatACodeMeans();
    void bindsNullTextsAsEmptyOnes();
    void aConstraintIsTheStatementsOwnFault();
    void aTransactionIsKeptWholeOrNotAtAll();
    void aCommitThatFailsTellsItsCause();
    void aFullDiskIsReportedAndSoIsItsEnd();
    void aFolderThatIsGoneIsReportedAndMadeAgainOnRetry();
};

void TestSql::knowsWhatACodeMeans_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<sql::Cause>("cause");
    QTest::newRow("full") << 13 << sql::Cause::Full;
    QTest::newRow("busy") << 5 << sql::Cause::Busy;
    QTest::newRow("busy, extended") << (5 | (1 << 8)) << sql::Cause::Busy;
    QTest::newRow("locked") << 6 << sql::Cause::Busy;
    QTest::newRow("read-only") << 8 << sql::Cause::ReadOnly;
    QTest::newRow("I/O, of a write") << (10 | (3 << 8)) << sql::Cause::Unreachable;
    QTest::newRow("can't be opened") << 14 << sql::Cause::Unreachable;
    QTest::newRow("corrupt") << 11 << sql::Cause::Damaged;
    QTest::newRow("not a database") << 26 << sql::Cause::Damaged;
    QTest::newRow("constraint") << (19 | (8 << 8)) << sql::Cause::Refused;
    QTest::newRow("anything else") << 1 << sql::Cause::Other;
}

void TestSql::knowsWhatACodeMeans()
{
    QFETCH(const int, code);
    QFETCH(const sql::Cause, cause);
    QCOMPARE(sql::causeOf(code), cause);
    QVERIFY(sql::sentence({cause, code}).endsWith(u'.'));
}

void TestSql::bindsNullTextsAsEmptyOnes()
{
    Database database(u":memory:"_s);
    const auto written = support::wait(database.run([](QSqlDatabase &connection) {
        return sql::exec(connection, u"INSERT INTO connections VALUES (?, ?, ?, 0, ?, 1)"_s,
                         {u"A"_s, QString(), QString(), QString()});
    }));
    QVERIFY(written);
    QCOMPARE(written->rows, 1);
}

void TestSql::aConstraintIsTheStatementsOwnFault()
{
    Database database(u":memory:"_s);
    QSignalSpy failed(&database, &Database::failed);
    const auto twice = [](QSqlDatabase &connection) {
        const auto first = sql::exec(connection, insertion, {u"A"_s});
        return first ? sql::exec(connection, insertion, {u"A"_s}) : first;
    };
    const auto written = support::wait(database.run(twice));
    QVERIFY(!written);
    QCOMPARE(written.error().cause, sql::Cause::Refused);
    support::wait(database.open());
    QVERIFY(failed.isEmpty());
}

void TestSql::aTransactionIsKeptWholeOrNotAtAll()
{
    Database database(u":memory:"_s);
    const auto count = support::wait(database.run([](QSqlDatabase &connection) {
        const auto result = sql::transaction(connection, [&]() -> sql::Result<sql::Done> {
            const auto first = sql::exec(connection, insertion, {u"A"_s});
            return first ? sql::exec(connection, insertion, {u"A"_s}) : first;
        });
        return result
            ? sql::Result<qint64>(-1)
            : sql::each(connection, u"SELECT 1 FROM connections"_s, {}, [](const QSqlQuery &) {});
    }));
    QCOMPARE(count.value_or(-2), 0);
}

void TestSql::aCommitThatFailsTellsItsCause()
{
    const QTemporaryDir folder;
    Database database(folder.filePath(u"data.sqlite"_s));
    QSignalSpy failed(&database, &Database::failed);
    const auto insert = [](QSqlDatabase &connection) {
        return sql::transaction(connection,
                                [&] { return sql::exec(connection, insertion, {u"A"_s}); });
    };
    support::wait(database.open());
    {
        const support::NoRoom noRoom;
        const auto written = support::wait(database.run(insert));
        QVERIFY(!written);
        QCOMPARE(written.error().cause, sql::Cause::Unreachable);
    }
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(support::wait(database.run(insert)));
}

void TestSql::aFullDiskIsReportedAndSoIsItsEnd()
{
    const QTemporaryDir folder;
    Database database(folder.filePath(u"data.sqlite"_s));
    QSignalSpy failed(&database, &Database::failed);
    QSignalSpy recovered(&database, &Database::recovered);
    fill(database);
    const auto refused = support::wait(database.run(insertMuch));
    QVERIFY(!refused);
    QCOMPARE(refused.error().cause, sql::Cause::Full);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<sql::Error>(), refused.error());
    QVERIFY(!support::wait(database.run(insertMuch)));
    support::wait(database.open());
    QCOMPARE(failed.size(), 1); // said once
    makeRoom(database);
    support::wait(database.retry());
    QTRY_COMPARE(recovered.size(), 1);
    QVERIFY(support::wait(database.run(insertMuch)));
}

void TestSql::aFolderThatIsGoneIsReportedAndMadeAgainOnRetry()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"data"_s);
    Database database(place + u"/data.sqlite"_s);
    const auto write = [](QSqlDatabase &connection) {
        return sql::exec(connection, insertion, {u"before"_s});
    };
    QVERIFY(support::wait(database.run(write)));
    QVERIFY(QDir(place).removeRecursively());
    const auto lost = support::wait(database.run(
        [](QSqlDatabase &connection) { return sql::exec(connection, insertion, {u"after"_s}); }));
    QVERIFY(!lost);
    QCOMPARE(lost.error().cause, sql::Cause::Unreachable);
    QVERIFY(support::wait(database.retry()).isOpen);
    QVERIFY(QFile::exists(place + u"/data.sqlite"_s));
    const auto names = support::wait(database.run([](QSqlDatabase &connection) {
        return sql::rows(connection, u"SELECT name FROM connections ORDER BY name"_s, {},
                         [](const QSqlQuery &row) { return row.value(0).toString(); });
    }));
    QCOMPARE(names.value_or(QStringList()), QStringList({u"after"_s, u"before"_s}));
}

QTEST_GUILESS_MAIN(TestSql)
#include "tst_sql.moc"
