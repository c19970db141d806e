#include "app/commands.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray error;
};

/// The program itself, where there is nothing to show a window on.
Outcome run(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("ALIGNDESK_BIN") + u"/aligndesk"_s, arguments);
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
    void tellsWhyUidsAreNotExported();
    void othersStartTheProgram();
    void eachTellsItsUsage_data();
    void eachTellsItsUsage();

private:
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

void TestCommands::tellsWhyUidsAreNotExported()
{
    const QString out = m_folder.filePath(u"out.csv"_s);
    const QStringList start {u"export-uids"_s, u"--sandbox"_s, u"--data-dir"_s, m_folder.path()};
    QCOMPARE(run(start).exitCode, 2);
    const Outcome none = run(start + QStringList {u"--survey"_s, u"s"_s, u"--output"_s, out});
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.error.contains("No completed reconciliation"), none.error.constData());
    QVERIFY(!QFile::exists(out));
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
