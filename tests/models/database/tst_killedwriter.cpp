#include "models/database/database.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using models::Database;

namespace {

constexpr int kills = 40;

/// Run with a file, this program writes intents until it is killed, and says each as it is durable.
int writeInto(const QString &file)
{
    Database database(file);
    for (int i = 0;; ++i) {
        const QString uuid = u"%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(i);
        const bool isWritten = support::wait(database.run([uuid](QSqlDatabase &connection) {
            QSqlQuery query(connection);
            query.prepare(u"INSERT INTO intents VALUES (?, 'a', '{}', randomblob(32), '[]',"
                          " 'sending', '', '[]', 1, 1)"_s);
            query.addBindValue(uuid);
            return query.exec();
        }));
        if (!isWritten)
            return 1;
        printf("%s\n", qPrintable(uuid));
        fflush(stdout);
    }
}

} // namespace

class TestKilledWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThere();
    void twoWritersLoseNothing();
};

void TestKilledWriter::whatWasAcknowledgedIsThere()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"data.sqlite"_s);
    QStringList acknowledged;
    QRandomGenerator random(27);
    for (int round = 0; round < kills; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, file});
        // Some from before the schema is there; on a busy machine the others wait for a first row.
        if (round % 2)
            std::ignore = QTest::qWaitFor([&] { return writer.canReadLine(); }, 10'000);
        std::ignore = QTest::qWaitFor([&] { return writer.state() == QProcess::NotRunning; },
                                      int(random.bounded(10, 120)));
        ::kill(pid_t(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
        while (writer.canReadLine())
            acknowledged.append(QString::fromUtf8(writer.readLine().trimmed()));
        Database database(file);
        const models::DatabaseReport report = support::wait(database.open());
        QCOMPARE(report, (models::DatabaseReport {true, {}, {}}));
        const auto [check, there, sending] =
            support::wait(database.run([](QSqlDatabase &connection) {
                QSqlQuery query(connection);
                query.exec(u"PRAGMA integrity_check"_s);
                const QString whole = query.next() ? query.value(0).toString() : QString();
                QSet<QString> uuids;
                query.exec(u"SELECT uuid FROM intents"_s);
                while (query.next())
                    uuids.insert(query.value(0).toString());
                query.exec(u"SELECT count(*) FROM intents WHERE state = 'sending'"_s);
                return std::tuple(whole, uuids, query.next() ? query.value(0).toInt() : -1);
            }));
        QCOMPARE(check, u"ok"_s);
        QCOMPARE(sending, 0);
        for (const QString &uuid : std::as_const(acknowledged))
            QVERIFY2(there.contains(uuid), qPrintable(uuid));
    }
    QVERIFY(acknowledged.size() >= kills / 2);
}

void TestKilledWriter::twoWritersLoseNothing()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"data.sqlite"_s);
    Database one(file);
    Database other(file);
    QVERIFY(support::wait(one.open()).isOpen);
    QVERIFY(support::wait(other.open()).isOpen);
    const auto add = [](int number) {
        return [number](QSqlDatabase &connection) {
            QSqlQuery query(connection);
            query.prepare(u"INSERT INTO survey_lists VALUES (?, 1, 0)"_s);
            query.addBindValue(QString::number(number));
            return query.exec();
        };
    };
    QList<QFuture<bool>> answers;
    for (int i = 0; i < 1000; ++i)
        answers.append((i % 2 ? one : other).run(add(i)));
    for (const QFuture<bool> &answer : std::as_const(answers))
        QVERIFY(support::wait(answer));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write"_L1)
        return writeInto(arguments.value(2));
    TestKilledWriter test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killedwriter.moc"
