#include "app/commands.h"
#include "models/connections/connectiontable.h"
#include "models/database/database.h"
#include "models/reconciliation/reconciliationtable.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray error;
};

/// The program itself, where there is nothing to show a window on.
Outcome run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("ALIGNDESK_BIN") + u"/aligndesk"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits();
    void refusesWithTheReason_data();
    void refusesWithTheReason();
    void needsAFile();
    void checksUids();
    void checksUidsInAnyEncoding();
    void waitsForNothingButFilesAndInput();
    void tellsWhyUidsAreNotExported();
    void exportsBesideARunningWindowAndWithoutAKey();
    void othersStartTheProgram();
    void eachTellsItsUsage_data();
    void eachTellsItsUsage();

private:
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QString write(const QByteArray &json)
    {
        QFile file(m_folder.filePath(u"task.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() ? file.fileName()
                                                                                  : QString();
    }

    QTemporaryDir m_folder;
};

void TestCommands::fits()
{
    const Outcome whole = run({u"fit"_s, write(R"({"margins": [[30, 70], [50, 50]]})")});
    QCOMPARE(whole.exitCode, 0);
    QCOMPARE(whole.error, QByteArray());
    QVERIFY(whole.out.contains("\"cells\":[15,15,35,35]"));
    const Outcome seeded = run({u"fit"_s,
                                write(R"({"margins": [[30, 70], [50, 50]], "seed": [3, 1, 1, 3],)"
                                      R"( "minimum": 1})")});
    const QJsonObject json = QJsonDocument::fromJson(seeded.out).object();
    QCOMPARE(json.keys(), QStringList({u"cells"_s, u"fitted"_s, u"rounds"_s}));
    QVERIFY(json[u"rounds"_s].toInt() > 1);
}

void TestCommands::refusesWithTheReason_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("sums") << QByteArray(R"({"margins": [[30, 70], [50, 51]]})")
                          << QByteArray("they differ by 1.");
    QTest::newRow("the published one")
        << QByteArray(R"({"margins": [[2, 1, 1], [3, 1]], "seed": [5, 0, 0, 15, 0, 16]})")
        << QByteArray("3 needed, but the open cells allow 2.");
    QTest::newRow("no whole numbers")
        << QByteArray(R"({"margins": [[0.5, 70], [50, 50]]})") << QByteArray("whole numbers");
    QTest::newRow("a seed that is none")
        << QByteArray(R"({"margins": [[1], [1]], "seed": 3})") << QByteArray("has to be a list");
    QTest::newRow("a misspelt key")
        << QByteArray(R"({"margin": [[1], [1]]})") << QByteArray("margin");
    QTest::newRow("no JSON") << QByteArray("margins") << QByteArray("no JSON object");
}

void TestCommands::refusesWithTheReason()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, reason);
    const Outcome outcome = run({u"fit"_s, write(json)});
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.error.contains(reason), outcome.error.constData());
}

void TestCommands::needsAFile()
{
    QCOMPARE(run({u"fit"_s}).exitCode, 2);
    QCOMPARE(run({u"fit"_s, m_folder.filePath(u"absent.json"_s)}).exitCode, 2);
}

void TestCommands::checksUids()
{
    const QString list = write("name,rid\nx,a1\ny,a2\ny,a2\nz,\nz,1.2E+17\n");
    const QString good = m_folder.filePath(u"good.txt"_s);
    const Outcome counted =
        run({u"check-uids"_s, list, u"--column"_s, u"RID"_s, u"--json"_s, u"--output"_s, good});
    QCOMPARE(counted.error, QByteArray());
    QCOMPARE(counted.exitCode, 0);
    QCOMPARE(
        QJsonDocument::fromJson(counted.out).object(),
        QJsonDocument::fromJson(R"({"lines":5,"good":2,"blank":1,"duplicate":1,"suspicious":1})")
            .object());
    QFile file(good);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a1\na2\n"));
    QCOMPARE(run({u"check-uids"_s}).exitCode, 2);
    QCOMPARE(run({u"check-uids"_s, list, u"--column"_s, u"absent"_s}).exitCode, 1);
    QCOMPARE(run({u"check-uids"_s, list, u"--output"_s, u"/nowhere/good.txt"_s}).exitCode, 1);
}

void TestCommands::checksUidsInAnyEncoding()
{
    QString text;
    for (int i = 0; i < 3'000; ++i)
        text += u"Zoë%1\r\n"_s.arg(i, 9, 10, QLatin1Char('0'));
    const QByteArray utf16 =
        QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom)(text);
    for (const QByteArray &bytes : {text.toUtf8(), text.toLatin1(), utf16}) {
        const Outcome counted = run({u"check-uids"_s, write(bytes)});
        QCOMPARE(counted.out,
                 QByteArray("lines 3000\ngood 3000\nblank 0\nduplicate 0\nsuspicious 0\n"));
        QCOMPARE(counted.exitCode, 0);
    }
}

void TestCommands::waitsForNothingButFilesAndInput()
{
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString &path : {pipe, u"/dev/zero"_s, m_folder.path()}) {
        const Outcome refused = run({u"check-uids"_s, path});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.error.contains("not a file"), refused.error);
    }
    const Outcome input = run({u"check-uids"_s, u"-"_s}, "a1\n\"a2\"\na1\n");
    QCOMPARE(input.out, QByteArray("lines 3\ngood 2\nblank 0\nduplicate 1\nsuspicious 0\n"));
    QVERIFY2(input.error.contains("removed from 1 UID"), input.error);
}

void TestCommands::tellsWhyUidsAreNotExported()
{
    const QString out = m_folder.filePath(u"out.csv"_s);
    const QStringList start {u"export-uids"_s, u"--sandbox"_s, u"--data-dir"_s, m_folder.path()};
    QCOMPARE(run(start).exitCode, 2);
    const QStringList whole = start + QStringList {u"--survey"_s, u"s"_s, u"--output"_s, out};
    const Outcome nothing = run(whole);
    QCOMPARE(nothing.exitCode, 1);
    QVERIFY2(nothing.error.contains("no local database"), nothing.error.constData());
    const QString file = m_folder.filePath(u"aligndesk.sqlite"_s);
    QVERIFY(!QFile::exists(file)); // looking makes nothing
    write(file, "not a database at all\n");
    const Outcome damaged = run(whole);
    QCOMPARE(damaged.exitCode, 1);
    QVERIFY2(damaged.error.contains("aligndesk.sqlite"), damaged.error.constData());
    QCOMPARE(QDir(m_folder.path()).entryList({u"*.corrupt-*"_s}), QStringList());
    QVERIFY(!QFile::exists(out));
}

/// A completed reconciliation of the survey "s" with two UIDs for each account.
void TestCommands::exportsBesideARunningWindowAndWithoutAKey()
{
    const QTemporaryDir folder;
    const QString out = folder.filePath(u"out.txt"_s);
    models::Database window(folder.filePath(u"aligndesk.sqlite"_s));
    const auto keep = [&window](const QString &name, const QString &account) {
        return support::wait(window.run([name, account](QSqlDatabase &database) {
            models::Connection connection;
            connection.name = name;
            models::SubmissionRecord record;
            record.survey = {u"s"_s};
            record.submitted = QDateTime::currentDateTimeUtc();
            record.state = models::SubmissionState::Completed;
            record.fingerprint = "f";
            auto accepted = std::make_shared<api::UidList>();
            accepted->append("u1");
            accepted->append("u2");
            record.accepted = accepted;
            return models::connectiontable::write(database, connection, account).has_value()
                && models::reconciliationtable::insert(database, account, record) > 0;
        }));
    };
    QVERIFY(keep(u"Agency"_s, u"a"_s));
    const QStringList start {u"export-uids"_s,
                             u"--data-dir"_s,
                             folder.path(),
                             u"--survey"_s,
                             u"s"_s,
                             u"--output"_s,
                             out};
    const Outcome one = run(start);
    QVERIFY2(one.exitCode == 0, one.error.constData());
    QFile file(out);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("u1\nu2\n"));
    QVERIFY(keep(u"Other"_s, u"b"_s));
    const Outcome two = run(start);
    QCOMPARE(two.exitCode, 1);
    QVERIFY2(two.error.contains("Agency") && two.error.contains("Other"), two.error.constData());
    QCOMPARE(run(start + QStringList {u"--connection"_s, u"other"_s}).exitCode, 0);
    const Outcome none = run(start + QStringList {u"--connection"_s, u"absent"_s});
    QVERIFY2(none.error.contains("absent"), none.error.constData());
}

void TestCommands::othersStartTheProgram()
{
    QVERIFY(!app::runCommand({u"aligndesk"_s}));
    QVERIFY(!app::runCommand({u"aligndesk"_s, u"--sandbox"_s}));
    QVERIFY(!app::runCommand({u"aligndesk"_s, u"fitting"_s}));
}

void TestCommands::eachTellsItsUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArrayList>("parts");
    QTest::newRow("fit") << QStringList {u"fit"_s, u"--help"_s}
                         << QByteArrayList {"fit FILE.json", "margins"};
    QTest::newRow("check-uids") << QStringList {u"check-uids"_s, u"-h"_s}
                                << QByteArrayList {"check-uids FILE", "--column", "--sheet",
                                                   "--output", "--json"};
    QTest::newRow("export-uids") << QStringList {u"export-uids"_s, u"--survey"_s, u"1"_s,
                                                 u"--help"_s}
                                 << QByteArrayList {"export-uids --survey ID", "--format",
                                                    "--connection", "--data-dir"};
}

void TestCommands::eachTellsItsUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArrayList, parts);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.error, QByteArray());
    QVERIFY(outcome.out.startsWith("Usage: "));
    for (const QByteArray &part : parts)
        QVERIFY2(outcome.out.contains(part), outcome.out.constData());
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
