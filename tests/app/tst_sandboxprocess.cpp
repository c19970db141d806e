#include "app/sandboxprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using app::SandboxProcess;

namespace {

QString program()
{
    return qEnvironmentVariable("ALIGNDESK_BIN") + u"/aligndesk-sandbox"_s;
}

bool isAlive(qint64 process)
{
    QFile status(u"/proc/%1/stat"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    return !status.readAll().contains(") Z ");
}

/// Run with a folder, this program is a parent that starts the sandbox and can be killed.
int parentIn(const QString &folder)
{
    SandboxProcess sandbox(program(), folder + u"/sandbox.sqlite"_s);
    QObject::connect(&sandbox, &SandboxProcess::ready, QCoreApplication::instance(), [&sandbox] {
        printf("%lld\n", qlonglong(sandbox.processId()));
        fflush(stdout);
    });
    sandbox.start();
    return QCoreApplication::exec();
}

} // namespace

class TestSandboxProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsItsAddressAndAnswersThere();
    void endsWhenStopped();
    void endsWhileItStarts();
    void endsWhenItsParentIsKilled();
    void saysItsDeathOnceAndComesBackWhereItWas();
    void comesBackWhereItWasAtTheNextStart();
    void saysWhenTheProgramIsMissing_data();
    void saysWhenTheProgramIsMissing();
};

void TestSandboxProcess::tellsItsAddressAndAnswersThere()
{
    const QTemporaryDir folder;
    SandboxProcess sandbox(program(), folder.filePath(u"sandbox.sqlite"_s));
    QSignalSpy address(&sandbox, &SandboxProcess::addressChosen);
    QSignalSpy ready(&sandbox, &SandboxProcess::ready);
    sandbox.start();
    QCOMPARE(address.size(), 1);
    QVERIFY(ready.wait(30'000));
    QCOMPARE(address.size(), 1); // the one that was told before it listened holds
    const QUrl url = address[0][0].toUrl();
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(socket.waitForConnected(2000));
}

void TestSandboxProcess::endsWhenStopped()
{
    const QTemporaryDir folder;
    SandboxProcess sandbox(program(), folder.filePath(u"sandbox.sqlite"_s));
    QSignalSpy ready(&sandbox, &SandboxProcess::ready);
    QSignalSpy failed(&sandbox, &SandboxProcess::failed);
    sandbox.start();
    QVERIFY(ready.wait(30'000));
    const qint64 process = sandbox.processId();
    QVERIFY(isAlive(process));
    sandbox.stop();
    QVERIFY(!isAlive(process));
    QVERIFY(failed.isEmpty());
}

/// As when the window is closed, or another connection is chosen, before it is ready.
void TestSandboxProcess::endsWhileItStarts()
{
    const QTemporaryDir folder;
    qint64 process = 0;
    {
        SandboxProcess sandbox(program(), folder.filePath(u"sandbox.sqlite"_s));
        QSignalSpy failed(&sandbox, &SandboxProcess::failed);
        QElapsedTimer starting;
        starting.start();
        sandbox.start();
        QVERIFY(starting.elapsed() < 1000); // nobody waits for it
        process = sandbox.processId();
        QVERIFY(process > 0);
        sandbox.stop();
        QVERIFY(failed.isEmpty());
    }
    QVERIFY(!isAlive(process));
}

void TestSandboxProcess::endsWhenItsParentIsKilled()
{
    const QTemporaryDir folder;
    QProcess parent;
    parent.start(QCoreApplication::applicationFilePath(), {u"--parent"_s, folder.path()});
    QTRY_VERIFY_WITH_TIMEOUT(parent.canReadLine(), 30'000);
    const qint64 process = parent.readLine().trimmed().toLongLong();
    QVERIFY(process > 0 && isAlive(process));
    ::kill(pid_t(parent.processId()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(process), 10'000);
    QTRY_COMPARE(parent.state(), QProcess::NotRunning);
}

void TestSandboxProcess::saysItsDeathOnceAndComesBackWhereItWas()
{
    const QTemporaryDir folder;
    SandboxProcess sandbox(program(), folder.filePath(u"sandbox.sqlite"_s));
    QSignalSpy address(&sandbox, &SandboxProcess::addressChosen);
    QSignalSpy ready(&sandbox, &SandboxProcess::ready);
    QSignalSpy failed(&sandbox, &SandboxProcess::failed);
    sandbox.start();
    QVERIFY(ready.wait(30'000));
    ::kill(pid_t(sandbox.processId()), SIGKILL);
    QVERIFY(failed.wait(10'000));
    QCOMPARE(failed[0][0].toString(), u"The sandbox has stopped."_s);
    QVERIFY(!sandbox.isRunning());
    sandbox.start();
    QVERIFY(ready.wait(30'000));
    QCOMPARE(address.size(), 2);
    QCOMPARE(address[1], address[0]);
    QCOMPARE(failed.size(), 1);
}

/// The path holds a token of the run; the port is what is kept.
void TestSandboxProcess::comesBackWhereItWasAtTheNextStart()
{
    const QTemporaryDir folder;
    const auto portOf = [&folder] {
        SandboxProcess sandbox(program(), folder.filePath(u"sandbox.sqlite"_s));
        QSignalSpy address(&sandbox, &SandboxProcess::addressChosen);
        QSignalSpy ready(&sandbox, &SandboxProcess::ready);
        sandbox.start();
        return ready.wait(30'000) ? address.last().first().toUrl().port() : -1;
    };
    const int first = portOf();
    QVERIFY(first > 0);
    QCOMPARE(portOf(), first);
    // Where the port is taken by now, another one serves.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, quint16(first)));
    const int second = portOf();
    QVERIFY(second > 0);
    QVERIFY(second != first);
}

void TestSandboxProcess::saysWhenTheProgramIsMissing_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("not found")
        << u""_s << u"The program aligndesk-sandbox was not found next to AlignDesk."_s;
    QTest::newRow("not there any more") << u"/nowhere/aligndesk-sandbox"_s
                                        << u"The sandbox could not be started: "
                                           "/nowhere/aligndesk-sandbox"_s;
    QTest::newRow("ends at once") << u"/bin/false"_s << u"The sandbox ended before it was ready."_s;
}

void TestSandboxProcess::saysWhenTheProgramIsMissing()
{
    QFETCH(const QString, path);
    SandboxProcess sandbox(path, u"/dev/null"_s);
    QSignalSpy failed(&sandbox, &SandboxProcess::failed);
    sandbox.start();
    QTRY_COMPARE(failed.size(), 1);
    QTEST(failed[0][0].toString(), "sentence");
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QCoreApplication::setOrganizationName(u"AlignDesk-tests"_s);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--parent"_L1)
        return parentIn(arguments.value(2));
    TestSandboxProcess test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sandboxprocess.moc"
