// Breaks the local database in the ways that disks do, and looks at what is rescued.
#include "models/connections/connectiontable.h"
#include "models/database/database.h"
#include "models/database/salvage.h"
#include "models/database/sql.h"
#include "tests/support/wait.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Database;
namespace sql = models::sql;

namespace {

constexpr int rowsPerTable = 400;

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

QStringList tablesOf(const QSqlDatabase &connection)
{
    return sql::rows(connection,
                     u"SELECT name FROM sqlite_master WHERE type = 'table'"
                     " AND name NOT LIKE 'sqlite_%' ORDER BY rowid"_s,
                     {}, [](const QSqlQuery &row) { return row.value(0).toString(); })
        .value_or(QStringList());
}

/// A value that the column's rules allow: words of its CHECK, a row of the table that it refers to.
QString valueFor(const QString &table, const QString &column)
{
    static const QHash<QString, QString> special {
        {u"intents.state"_s, u"'created'"_s},
        {u"reconciliations.state"_s, u"'unknown'"_s},
        {u"reference_lists.list"_s, u"(CASE n WHEN 1 THEN 'country' ELSE 'language' END)"_s},
        {u"connections.is_sandbox"_s, u"0"_s},
        {u"drafts.is_template"_s, u"0"_s},
        {u"drafts.is_open"_s, u"0"_s},
        {u"survey_lists.is_incomplete"_s, u"0"_s}};
    const QString known = special.value(table + u'.' + column);
    if (!known.isEmpty())
        return known;
    if (column == "account"_L1)
        return u"'a'"_s;
    if (column == "removed"_L1)
        return u"NULL"_s;
    return column == "body"_L1 || column == "payload"_L1 ? u"hex(zeroblob(150)) || n"_s : u"n"_s;
}

/// Rows in every table, whatever tables there are.
void fillTables(QSqlDatabase &connection)
{
    QVERIFY(sql::transaction(connection, [&]() -> sql::Result<sql::Done> {
        for (const QString &table : tablesOf(connection)) {
            const auto columns =
                sql::rows(connection, u"SELECT name FROM pragma_table_info('%1')"_s.arg(table), {},
                          [](const QSqlQuery &row) { return row.value(0).toString(); });
            QStringList values;
            for (const QString &column : columns.value_or(QStringList()))
                values.append(table == "survey_lists"_L1 && column == "account"_L1
                                  ? u"'a' || n"_s
                                  : valueFor(table, column));
            const auto done = sql::exec(
                connection,
                u"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < %1)"
                " INSERT OR IGNORE INTO %2 SELECT %3 FROM c"_s.arg(rowsPerTable)
                    .arg(table, values.join(u',')));
            if (!done)
                return done;
        }
        return sql::Done {};
    }));
}

QHash<QString, int> countsIn(QSqlDatabase &connection)
{
    QHash<QString, int> counts;
    for (const QString &table : tablesOf(connection))
        std::ignore =
            sql::each(connection, u"SELECT count(*) FROM %1"_s.arg(table), {},
                      [&](const QSqlQuery &row) { counts.insert(table, row.value(0).toInt()); });
    return counts;
}

} // namespace

class TestSalvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyTableIsRescuedOrNamedACache();
    void shortFilesAreReadAsFarAsTheyGo();
    void pagesBehindABadOneAreRead();
    void aDamagedIndexIsMadeAnew();
    void whatWasDoneInMemoryComesIntoTheFile();
    void removingAConnectionLeavesNoRow();

private:
    QString path() const { return m_folder->filePath(u"data.sqlite"_s); }
    QHash<QString, int> rescuedFrom(const QByteArray &bytes, models::DatabaseReport &report);

    QByteArray m_good; ///< a file with rows in every table
    QHash<QString, int> m_counts; ///< of its rows
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSalvage::initTestCase()
{
    const QTemporaryDir folder;
    const QString whole = folder.filePath(u"whole.sqlite"_s);
    {
        Database database(whole);
        support::wait(database.run(fillTables));
        m_counts = support::wait(database.run(countsIn));
    }
    m_good = contents(whole);
    QVERIFY(m_good.size() > 500'000);
}

QHash<QString, int> TestSalvage::rescuedFrom(const QByteArray &bytes,
                                             models::DatabaseReport &report)
{
    write(path(), bytes);
    Database database(path());
    report = support::wait(database.open());
    return support::wait(database.run(countsIn));
}

void TestSalvage::everyTableIsRescuedOrNamedACache()
{
    QByteArray bad = m_good;
    // The header's counter of pages that are free no longer fits: only the check finds it.
    bad[39] = char(bad[39] + 3);
    models::DatabaseReport report;
    const QHash<QString, int> counts = rescuedFrom(bad, report);
    QVERIFY2(!report.quarantined.isEmpty(), qPrintable(report.problem));
    QCOMPARE(contents(report.quarantined), bad);
    QVERIFY2(report.details.contains(u"400 draft"_s), qPrintable(report.details));
    const QStringList caches = models::cacheTables();
    for (const auto &[table, rows] : counts.asKeyValueRange()) {
        if (caches.contains(table))
            QVERIFY2(rows == 0, qPrintable(table));
        else
            QVERIFY2(rows == m_counts[table], qPrintable(table));
    }
    for (const QString &cache : caches)
        QVERIFY2(counts.contains(cache), qPrintable(cache));
    QCOMPARE(counts[u"pending_edits"_s], rowsPerTable);
    QCOMPARE(counts[u"exclusions"_s], rowsPerTable);
    QCOMPARE(counts[u"quota_completes"_s], rowsPerTable);
    QCOMPARE(counts[u"changes"_s], rowsPerTable);
}

void TestSalvage::shortFilesAreReadAsFarAsTheyGo()
{
    int kept = 0;
    for (const int percent : {95, 80, 60, 40}) {
        models::DatabaseReport report;
        const QHash<QString, int> counts =
            rescuedFrom(m_good.left(m_good.size() * percent / 100), report);
        QVERIFY(report.isOpen);
        QVERIFY(!report.quarantined.isEmpty());
        QVERIFY2(report.details.contains(u"can’t be read"_s), qPrintable(report.details));
        for (const int rows : counts)
            kept += rows;
    }
    QVERIFY2(kept > 2 * rowsPerTable, qPrintable(QString::number(kept)));
}

void TestSalvage::pagesBehindABadOneAreRead()
{
    constexpr int page = 4096;
    int least = rowsPerTable;
    const int pages = int(m_good.size() / page);
    for (int bad = 40; bad < pages; bad += pages / 12) {
        QByteArray bytes = m_good;
        bytes.replace(bad * page, page, QByteArray(page, '\xa5'));
        models::DatabaseReport report;
        const QHash<QString, int> counts = rescuedFrom(bytes, report);
        QVERIFY(report.isOpen);
        for (const QString &table : {u"drafts"_s, u"intents"_s, u"reconciliations"_s, u"calls"_s})
            least = qMin(least, counts[table]);
    }
    // One page of 4 KiB holds fewer than 200 of these rows.
    QVERIFY2(least >= rowsPerTable - 200, qPrintable(QString::number(least)));
}

void TestSalvage::aDamagedIndexIsMadeAnew()
{
    {
        write(path(), m_good);
        Database database(path());
        support::wait(database.run([](QSqlDatabase &connection) {
            // An index without its rows, as a lost write leaves it.
            QVERIFY(sql::exec(connection, u"PRAGMA writable_schema = ON"_s));
            QVERIFY(sql::exec(connection,
                              u"UPDATE sqlite_master SET sql = sql || ' WHERE id < 0'"
                              " WHERE name = 'calls_of_account'"_s));
            QVERIFY(sql::exec(connection, u"PRAGMA writable_schema = RESET"_s));
            QVERIFY(sql::exec(connection, u"REINDEX calls_of_account"_s));
            QVERIFY(sql::exec(connection, u"PRAGMA writable_schema = ON"_s));
            QVERIFY(sql::exec(connection,
                              u"UPDATE sqlite_master SET sql = replace(sql, ' WHERE id < 0', '')"
                              " WHERE name = 'calls_of_account'"_s));
            QVERIFY(sql::exec(connection, u"PRAGMA writable_schema = RESET"_s));
        }));
    }
    QTest::ignoreMessage(QtWarningMsg, "an index was damaged and has been made anew");
    Database database(path());
    const models::DatabaseReport report = support::wait(database.open());
    QCOMPARE(report, (models::DatabaseReport {.isOpen = true, .problem = {}, .quarantined = {}}));
    const auto found = support::wait(database.run([](QSqlDatabase &connection) {
        return sql::each(connection, u"SELECT 1 FROM calls WHERE account = 'a' ORDER BY id"_s, {},
                         [](const QSqlQuery &) {});
    }));
    QCOMPARE(found.value_or(0), rowsPerTable);
}

void TestSalvage::whatWasDoneInMemoryComesIntoTheFile()
{
    write(path(), m_good);
    Database database(path());
    {
        // Another program holds the file: a browser of databases, or a backup.
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(path());
        QVERIFY(other.open());
        QVERIFY(sql::exec(other, u"PRAGMA locking_mode = EXCLUSIVE"_s));
        QVERIFY(sql::exec(other, u"UPDATE drafts SET updated = updated"_s));
        const models::DatabaseReport report = support::wait(database.open());
        QVERIFY(!report.isOpen);
        QVERIFY(report.canRetry);
        QVERIFY(report.quarantined.isEmpty());
        QVERIFY2(report.problem.contains(path()), qPrintable(report.problem));
        QVERIFY2(report.details.contains(u"Another program"_s), qPrintable(report.details));
        support::wait(database.run([](QSqlDatabase &connection) {
            QVERIFY(sql::exec(connection,
                              u"INSERT INTO drafts VALUES ('fresh', 'a', 0, 0, 5, NULL)"_s));
            QVERIFY(sql::exec(connection,
                              u"INSERT INTO reconciliations (account, survey, contact_email, uids,"
                              " uid_count, sha256, submitted, state, answer) VALUES ('a', 'new',"
                              " '', x'', 0, x'01', 7, 'submitted', x'')"_s));
        }));
        QVERIFY(!support::wait(database.retry()).isOpen);
        other.close();
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    QVERIFY(support::wait(database.retry()).isOpen);
    const QHash<QString, int> counts = support::wait(database.run(countsIn));
    QCOMPARE(counts[u"drafts"_s], rowsPerTable + 1);
    QCOMPARE(counts[u"draft_versions"_s], rowsPerTable);
    QCOMPARE(counts[u"reconciliations"_s], rowsPerTable + 1);
}

void TestSalvage::removingAConnectionLeavesNoRow()
{
    Database database(path());
    support::wait(database.run(fillTables));
    support::wait(database.run([](QSqlDatabase &connection) {
        QVERIFY(sql::exec(connection, u"DELETE FROM connections"_s));
        QVERIFY(
            sql::exec(connection, u"UPDATE survey_lists SET account = 'a' WHERE account = 'a1'"_s));
        QVERIFY(sql::exec(connection, u"DELETE FROM survey_lists WHERE account <> 'a'"_s));
        models::Connection one;
        one.name = u"One"_s;
        models::Connection other;
        other.name = u"Other"_s;
        QVERIFY(models::connectiontable::write(connection, one, u"a"_s));
        QVERIFY(models::connectiontable::write(connection, other, u"a"_s));
        // Another connection of the same account still needs them.
        QVERIFY(models::connectiontable::remove(connection, u"Other"_s));
    }));
    QCOMPARE(support::wait(database.run(countsIn))[u"drafts"_s], rowsPerTable);
    support::wait(database.run([](QSqlDatabase &connection) {
        QVERIFY(models::connectiontable::remove(connection, u"one"_s));
    }));
    const QHash<QString, int> left = support::wait(database.run(countsIn));
    for (const auto &[table, rows] : left.asKeyValueRange())
        QVERIFY2(rows == 0, qPrintable(table));
}

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
