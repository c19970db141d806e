// The program itself: first line, arguments, and that it ends with its parent.
#include "api/calls/masterdata.h"
#include "api/calls/surveys.h"
#include "api/flows/surveys.h"
#include "tests/sandbox/support/harness.h"

#include <QCoroTask>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysItsBaseUrlFirst();
    void takesTheGivenPort();
    void endsWhenItsParentIsGone();
    void endsOnSignals_data();
    void endsOnSignals();
    void staysWithoutAPipe();
    void refusesArguments_data();
    void refusesArguments();
    void refusesAFileInUse();
    void helps();
    void goesOnAfterItWasKilled();
    void refusesWhoeverDoesNotKnowItsToken();
    void callsAtOnceAreMadeOnceEach();

private:
    static void start(QProcess &process, const QStringList &arguments = {})
    {
        process.start(qEnvironmentVariable("ALIGNDESK_BIN") + u"/aligndesk-sandbox"_s, arguments);
        QVERIFY2(process.waitForStarted(), "not started");
    }
    static QByteArray firstLine(QProcess &process)
    {
        while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
        return process.readLine();
    }
};

void TestProgram::saysItsBaseUrlFirst()
{
    QProcess process;
    start(process);
    const QString line = QString::fromUtf8(firstLine(process));
    QVERIFY2(QRegularExpression(u"^http://127\\.0\\.0\\.1:[0-9]+/v1/\n$"_s).match(line).hasMatch(),
             qPrintable(line));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void TestProgram::takesTheGivenPort()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QString port = QString::number(taken.serverPort());
    QProcess process;
    start(process, {u"--port"_s, port});
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(),
             u"Port %1 of 127.0.0.1 is not free.\n"_s.arg(port).toUtf8());
    taken.close();
    start(process, {u"--port"_s, port});
    QCOMPARE(firstLine(process), u"http://127.0.0.1:%1/v1/\n"_s.arg(port).toUtf8());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(5000));
}

void TestProgram::endsWhenItsParentIsGone()
{
    QProcess process;
    start(process);
    QVERIFY(!firstLine(process).isEmpty());
    QVERIFY(!process.waitForFinished(200));
    process.write("noise doesn't end it\n");
    QVERIFY(!process.waitForFinished(200));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestProgram::endsOnSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestProgram::endsOnSignals()
{
    QFETCH(int, signal);
    QProcess process;
    start(process);
    QVERIFY(!firstLine(process).isEmpty());
    ::kill(pid_t(process.processId()), signal);
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestProgram::staysWithoutAPipe()
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    start(process);
    QVERIFY(!firstLine(process).isEmpty());
    QVERIFY(!process.waitForFinished(500));
    process.terminate();
    QVERIFY(process.waitForFinished(5000));
}

void TestProgram::refusesArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("a port that isn't one")
        << QStringList {u"--port"_s, u"70000"_s} << "--port wants a number from 0 to 65535.\n"_ba;
    QTest::newRow("a negative speed")
        << QStringList {u"--speed=-1"_s}
        << "--speed wants a number from 0 (the field stands still) to 1000000.\n"_ba;
    QTest::newRow("surveys in words") << QStringList {u"--surveys"_s, u"many"_s}
                                      << "--surveys wants a number from 0 to 1000000.\n"_ba;
    QTest::newRow("a seed below 0")
        << QStringList {u"--seed=-1"_s} << "--seed wants a whole number from 0.\n"_ba;
    QTest::newRow("an unknown option")
        << QStringList {u"--fast"_s} << "Unknown option 'fast'.\n"_ba;
    QTest::newRow("a stray word") << QStringList {u"now"_s} << "Unknown argument: now\n"_ba;
}

void TestProgram::refusesArguments()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    QProcess process;
    start(process, arguments);
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardError(), said);
}

void TestProgram::refusesAFileInUse()
{
    const QTemporaryDir folder;
    const QStringList arguments {u"--data"_s, folder.filePath(u"sandbox.db"_s)};
    QProcess first, second;
    start(first, arguments);
    QVERIFY(!firstLine(first).isEmpty());
    start(second, arguments);
    QVERIFY(second.waitForFinished(8000));
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains("is in use by another sandbox"));
    // Killed, the first can't take its lock away: the next one must see that nobody holds it.
    first.kill();
    QVERIFY(first.waitForFinished(5000));
    start(second, arguments);
    QVERIFY(!firstLine(second).isEmpty());
    second.closeWriteChannel();
    QVERIFY(second.waitForFinished(5000));
}

void TestProgram::helps()
{
    QProcess process;
    start(process, {u"--help"_s});
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 0);
    const QByteArray text = process.readAllStandardOutput();
    for (const char *option :
         {"--port", "--data", "--seed", "--surveys", "--speed", "--key", "--client-id", "--help"})
        QVERIFY2(text.contains(option), option);
}

void TestProgram::goesOnAfterItWasKilled()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sandbox.db"_s);
    QProcess process;
    start(process, {u"--data"_s, file, u"--speed"_s, u"20000"_s});
    QUrl base(QString::fromUtf8(firstLine(process).trimmed()));
    const auto survey = [&base]() -> std::optional<api::Survey> {
        api::Client client({base, u"buyer"_s, u"key"_s});
        const auto all = QCoro::waitFor(api::flows::allSurveys(client));
        if (!all)
            return std::nullopt;
        for (const api::Survey &one : *all) {
            if (one.name == u"Streaming habits JP")
                return one;
        }
        return std::nullopt;
    };
    std::optional<api::Survey> before = survey();
    QVERIFY(before);
    QTRY_VERIFY(survey()->progress.complete > before->progress.complete);
    before = survey();
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    process.kill();
    QVERIFY(process.waitForFinished(5000));
    start(process, {u"--data"_s, file, u"--speed"_s, u"20000"_s});
    base = QUrl(QString::fromUtf8(firstLine(process).trimmed()));
    const auto after = survey();
    QVERIFY(after);
    QCOMPARE(after->id, before->id);
    QVERIFY(after->progress.complete >= before->progress.complete);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void TestProgram::refusesWhoeverDoesNotKnowItsToken()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ALIGNDESK_SANDBOX_TOKEN"_s, u"a1b2c3d4e5f60718"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    start(process);
    const QUrl base(QString::fromUtf8(firstLine(process).trimmed()));
    QCOMPARE(base.path(), u"/a1b2c3d4e5f60718/v1/"_s);
    api::Client knows({base, u"buyer"_s, u"key"_s});
    QVERIFY(QCoro::waitFor(knows.send(api::calls::countries())));
    api::Client doesNot({base.resolved(QUrl(u"/v1/"_s)), u"buyer"_s, u"key"_s});
    const auto refused = QCoro::waitFor(doesNot.send(api::calls::countries()));
    QCOMPARE(refused.error().httpStatus, 403);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(5000));
    environment.insert(u"ALIGNDESK_SANDBOX_TOKEN"_s, u"../x"_s);
    process.setProcessEnvironment(environment);
    start(process);
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 2);
}

/// As AlignDesk does at its start: the reference lists and the surveys all at once.
void TestProgram::callsAtOnceAreMadeOnceEach()
{
    QProcess process;
    start(process);
    const QUrl base(QString::fromUtf8(firstLine(process).trimmed()));
    api::Client client({base, u"buyer"_s, u"key"_s});
    QList<int> tries;
    connect(&client, &api::Client::recorded, this,
            [&tries](const api::CallRecord &record) { tries.append(record.tries); });
    auto countries = client.send(api::calls::countries());
    auto languages = client.send(api::calls::languages());
    auto categories = client.send(api::calls::studyCategories());
    auto verticals = client.send(api::calls::verticals());
    auto surveys = client.send(api::calls::surveys(1));
    QVERIFY(QCoro::waitFor(std::move(countries)));
    QVERIFY(QCoro::waitFor(std::move(languages)));
    QVERIFY(QCoro::waitFor(std::move(categories)));
    QVERIFY(QCoro::waitFor(std::move(verticals)));
    QVERIFY(QCoro::waitFor(std::move(surveys)));
    QCOMPARE(tries, QList<int>(5, 1));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(5000));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
