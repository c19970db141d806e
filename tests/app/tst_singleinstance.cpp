#include "app/singleinstance.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>

using namespace Qt::StringLiterals;
using app::SingleInstance;

/// Run with a folder, this program is an instance of its own: it claims, says what it became, and
/// as the first stays until it is ended.
static int claimIn(const QString &folder)
{
    SingleInstance instance(folder);
    const auto role = instance.claim("second", 3000);
    fputs(role == SingleInstance::Role::First           ? "first\n"
              : role == SingleInstance::Role::Forwarded ? "forwarded\n"
                                                        : "unanswered\n",
          stdout);
    fflush(stdout);
    return role == SingleInstance::Role::First ? QCoreApplication::exec() : 0;
}

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondForwardsItsMessageAndEnds_data();
    void secondForwardsItsMessageAndEnds();
    void ofManyStartsAtOnceOneIsFirst();
    void lockOfAKilledHolderIsRecovered();
    void lockOfASilentHolderIsTold();
    void anotherFolderIsAnotherInstance();
    void aLockWithoutAHolderIsRecovered_data();
    void aLockWithoutAHolderIsRecovered();
};

static QByteArray firstLine(QProcess &process)
{
    if (!QTest::qWaitFor([&] { return process.canReadLine(); }, 10'000))
        return "nothing";
    return process.readLine().trimmed();
}

static void startIn(QProcess &process, const QString &folder)
{
    process.start(QCoreApplication::applicationFilePath(), {u"--claim"_s, folder});
}

void TestSingleInstance::secondForwardsItsMessageAndEnds_data()
{
    QTest::addColumn<QString>("below");
    QTest::newRow("an ordinary folder") << u"data"_s;
    QTest::newRow("a folder whose path is too long for a socket") << QString(120, u'x');
    QTest::newRow("a folder with blanks and accents") << u"mes données"_s;
}

void TestSingleInstance::secondForwardsItsMessageAndEnds()
{
    QFETCH(const QString, below);
    const QTemporaryDir temporary;
    const QString folder = temporary.filePath(below);
    QVERIFY(QDir().mkpath(folder));
    SingleInstance first(folder);
    QCOMPARE(first.claim("first"), SingleInstance::Role::First);
    QSignalSpy received(&first, &SingleInstance::received);
    QProcess second;
    startIn(second, folder);
    QCOMPARE(firstLine(second), QByteArray("forwarded"));
    QTRY_COMPARE(second.state(), QProcess::NotRunning);
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(received.size(), 1);
    QCOMPARE(received[0][0].toByteArray(), QByteArray("second"));
}

void TestSingleInstance::ofManyStartsAtOnceOneIsFirst()
{
    const QTemporaryDir folder;
    std::array<QProcess, 6> starts;
    for (QProcess &start : starts)
        startIn(start, folder.path());
    QByteArrayList roles;
    for (QProcess &start : starts)
        roles.append(firstLine(start));
    for (QProcess &start : starts) {
        start.kill();
        start.waitForFinished();
    }
    QCOMPARE(roles.count("first"), qsizetype(1));
    QCOMPARE(roles.count("forwarded"), qsizetype(starts.size() - 1));
}

void TestSingleInstance::lockOfAKilledHolderIsRecovered()
{
    const QTemporaryDir folder;
    QProcess holder;
    startIn(holder, folder.path());
    QCOMPARE(firstLine(holder), QByteArray("first"));
    ::kill(pid_t(holder.processId()), SIGKILL);
    QTRY_COMPARE(holder.state(), QProcess::NotRunning);
    SingleInstance next(folder.path());
    QCOMPARE(next.claim("next"), SingleInstance::Role::First);
    QSignalSpy received(&next, &SingleInstance::received);
    QProcess second;
    startIn(second, folder.path());
    QCOMPARE(firstLine(second), QByteArray("forwarded"));
    QCOMPARE(received.size(), 1);
}

void TestSingleInstance::lockOfASilentHolderIsTold()
{
    const QTemporaryDir folder;
    QProcess holder;
    startIn(holder, folder.path());
    QCOMPARE(firstLine(holder), QByteArray("first"));
    ::kill(pid_t(holder.processId()), SIGSTOP);
    SingleInstance next(folder.path());
    QCOMPARE(next.claim("next", 500), SingleInstance::Role::Unanswered);
    ::kill(pid_t(holder.processId()), SIGKILL);
    QTRY_COMPARE(holder.state(), QProcess::NotRunning);
}

void TestSingleInstance::aLockWithoutAHolderIsRecovered_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("empty, as after a power cut") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\0\xff\x01 no lock", 11);
    // The number of a process that was given to another since.
    QTest::newRow("of a process that lives and never held it")
        << QByteArray::number(QCoreApplication::applicationPid()) + "\napp_tst_singleinstance\n"
            + QSysInfo::machineHostName().toUtf8() + '\n' + QSysInfo::machineUniqueId() + '\n'
            + QSysInfo::bootUniqueId() + '\n';
}

void TestSingleInstance::aLockWithoutAHolderIsRecovered()
{
    QFETCH(const QByteArray, left);
    const QTemporaryDir folder;
    QFile lock(folder.filePath(u"instance.lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(left);
    lock.close();
    std::array<QProcess, 12> starts;
    for (QProcess &start : starts)
        startIn(start, folder.path());
    QByteArrayList roles;
    for (QProcess &start : starts)
        roles.append(firstLine(start));
    for (QProcess &start : starts) {
        start.kill();
        start.waitForFinished();
    }
    QCOMPARE(roles.count("first"), qsizetype(1));
    QCOMPARE(roles.count("forwarded"), qsizetype(starts.size() - 1));
    QCOMPARE(QFile::permissions(lock.fileName())
                 & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void TestSingleInstance::anotherFolderIsAnotherInstance()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    SingleInstance first(one.path());
    SingleInstance second(other.path());
    QCOMPARE(first.claim("1"), SingleInstance::Role::First);
    QCOMPARE(second.claim("2"), SingleInstance::Role::First);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--claim"_L1)
        return claimIn(arguments.value(2));
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_singleinstance.moc"
