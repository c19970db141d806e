// A database that can't be used now, and one that is only read.
#include "models/database/database.h"
#include "models/database/databasefile.h"
#include "models/database/migrations.h"
#include "tests/models/database/noroom.h"
#include "tests/support/wait.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Database;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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

class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aWriteThatFailsAtOpeningSetsNothingAside();
    void readOnlyChangesNothing_data();
    void readOnlyChangesNothing();

private:
    QString path() const { return m_folder->filePath(u"data.sqlite"_s); }
    QStringList aside() const { return QDir(m_folder->path()).entryList({u"*.corrupt-*"_s}); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOpening::aWriteThatFailsAtOpeningSetsNothingAside()
{
    {
        Database database(path());
        QVERIFY(support::wait(database.run([](QSqlDatabase &connection) {
            QSqlQuery query(connection);
            return addConnection(connection, u"Live"_s) && query.exec(u"PRAGMA user_version = 3"_s);
        })));
    }
    const QByteArray before = contents(path());
    {
        const support::NoRoom noRoom;
        const models::DatabaseReport report = openAt(path());
        QVERIFY(!report.isOpen);
        QVERIFY(report.canRetry);
        QVERIFY2(report.problem.contains(path()), qPrintable(report.problem));
        QVERIFY(!report.details.isEmpty());
    }
    QVERIFY(aside().isEmpty());
    QCOMPARE(contents(path()), before);
}

void TestOpening::readOnlyChangesNothing_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("an older version") << 3 << false;
    QTest::newRow("this version") << models::databasefile::schemaVersion() << true;
    QTest::newRow("a newer version") << 9999 << false;
}

void TestOpening::readOnlyChangesNothing()
{
    QFETCH(const int, version);
    QFETCH(const bool, isOpen);
    {
        Database database(path());
        QVERIFY(support::wait(database.run([version](QSqlDatabase &connection) {
            QSqlQuery query(connection);
            return query.exec(u"INSERT INTO intents VALUES ('u', 'a', '{}', x'00', '[]', 'sending',"
                              " '', '[]', 1, 1)"_s)
                && query.exec(u"PRAGMA user_version = %1"_s.arg(version));
        })));
    }
    const QByteArray before = contents(path());
    {
        Database database(path(), nullptr, models::DatabaseAccess::ReadOnly);
        const models::DatabaseReport report = support::wait(database.open());
        QCOMPARE(report.isOpen, isOpen);
        QCOMPARE(report.problem.isEmpty(), isOpen);
        if (isOpen)
            QCOMPARE(value(database, u"SELECT state FROM intents"_s).toString(), u"sending"_s);
    }
    QCOMPARE(contents(path()), before);
    QVERIFY(aside().isEmpty());
    Database missing(path() + u".absent"_s, nullptr, models::DatabaseAccess::ReadOnly);
    QVERIFY(!support::wait(missing.open()).isOpen);
    QVERIFY(!QFile::exists(path() + u".absent"_s));
}

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
