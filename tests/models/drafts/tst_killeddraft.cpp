// A draft that is being changed while the program is killed: what was told to be safe is there.
#include "models/database/database.h"
#include "models/drafts/draftstore.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/support/wait.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using models::Database;
using models::DraftStore;

namespace {

constexpr int kills = 200;
constexpr int leastKills = 40;
constexpr qint64 patience = 150'000; ///< ms: on a busy machine it ends earlier

/// Run with a file and a number, this program changes one draft until it is killed, and says each
/// version as it is safe.
int writeInto(const QString &file, int from)
{
    Database database(file);
    DraftStore store(database, u"a"_s);
    models::SurveyDraft draft = support::goodDraft();
    const auto write = [&] {
        draft.completes = ++from;
        store.save(u"draft"_s, draft, false, true);
    };
    QObject::connect(&store, &DraftStore::saved, &store, [&](const QString &, bool isSafe) {
        if (!isSafe)
            return QCoreApplication::exit(1);
        printf("%d\n", draft.completes);
        fflush(stdout);
        write();
    });
    write();
    return QCoreApplication::exec();
}

} // namespace

class TestKilledDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatWasSafe();
};

void TestKilledDraft::losesNothingThatWasSafe()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"data.sqlite"_s);
    QRandomGenerator random(7);
    QElapsedTimer clock;
    clock.start();
    int safe = 0;
    int round = 0;
    for (; round < kills && (round < leastKills || clock.elapsed() < patience); ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(),
                     {u"--write"_s, file, QString::number(safe)});
        if (round % 4)
            std::ignore = QTest::qWaitFor([&] { return writer.canReadLine(); }, 10'000);
        std::ignore = QTest::qWaitFor([&] { return writer.state() == QProcess::NotRunning; },
                                      int(random.bounded(1, 60)));
        writer.kill(); // SIGKILL
        QVERIFY(writer.waitForFinished());
        while (writer.canReadLine())
            safe = writer.readLine().trimmed().toInt();
        Database database(file);
        const auto [check, records, versions] =
            support::wait(database.run([](QSqlDatabase &connection) {
                QSqlQuery query(u"PRAGMA integrity_check"_s, connection);
                const QString whole = query.next() ? query.value(0).toString() : QString();
                return std::tuple(whole, models::drafttable::read(connection, u"a"_s),
                                  models::drafttable::versions(connection, u"draft"_s).size());
            }));
        QCOMPARE(check, u"ok"_s);
        QVERIFY(versions <= models::drafttable::versionsKept);
        if (safe == 0)
            continue;
        QCOMPARE(records.size(), 1);
        QVERIFY(records.first().wasOpen);
        QVERIFY2(records.first().draft.completes >= safe, qPrintable(QString::number(safe)));
        safe = records.first().draft.completes; // one may be safe that wasn't told yet
    }
    qInfo("%d kills, %d versions were safe", round, safe);
    QVERIFY(safe > round);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write"_L1)
        return writeInto(arguments.value(2), arguments.value(3).toInt());
    TestKilledDraft test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killeddraft.moc"
