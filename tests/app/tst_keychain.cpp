#include "app/keychain.h"

#include <QCoroTask>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using app::Keychain;
using models::Credentials;

namespace {

constexpr auto canaryKey = "canary-key-5e1f";

/// Run with a word, this program works on the keychain of the session it was started in.
int workOn(const QString &word)
{
    Keychain keychain(u"test"_s);
    if (word == "write"_L1)
        QCoro::waitFor(keychain.write(u"Live"_s, {u"client"_s, QLatin1StringView(canaryKey)}));
    if (word == "remove"_L1)
        QCoro::waitFor(keychain.remove(u"Live"_s));
    const auto read = QCoro::waitFor(keychain.read(u"Live"_s));
    printf("%s %s\n", keychain.isPersistent() ? "kept" : "session",
           read ? qPrintable(read->clientId) : "nothing");
    return 0;
}

QByteArray output(QProcess &process)
{
    if (!process.waitForFinished(30'000))
        return "did not end";
    return process.readAllStandardOutput().trimmed();
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAServiceKeysStayInMemory();
    void withAServiceKeysOutliveTheProgram();
};

void TestKeychain::withoutAServiceKeysStayInMemory()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    Keychain keychain({});
    QSignalSpy lost(&keychain, &Keychain::lost);
    QVERIFY(keychain.isPersistent());
    const Credentials secret {u"client"_s, QLatin1StringView(canaryKey)};
    const QCoro::Task<> written = keychain.write(u"Live"_s, secret);
    // Another asks while the keychain is still busy, perhaps with a question for its password.
    QCOMPARE(QCoro::waitFor(keychain.read(u"Live"_s)), std::optional(secret));
    QTRY_VERIFY(written.isReady());
    QCOMPARE(lost.size(), 1);
    QVERIFY(!keychain.isPersistent());
    QCOMPARE(QCoro::waitFor(keychain.read(u"Live"_s)), std::optional(secret));
    QCOMPARE(QCoro::waitFor(keychain.read(u"Other"_s)), std::optional<Credentials>());
    QCoro::waitFor(keychain.remove(u"Live"_s));
    QCOMPARE(QCoro::waitFor(keychain.read(u"Live"_s)), std::optional<Credentials>());
    QCOMPARE(lost.size(), 1);
    QDirIterator files(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(canaryKey), qPrintable(file.fileName()));
    }
}

void TestKeychain::withAServiceKeysOutliveTheProgram()
{
    for (const QString &tool : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s})
        QVERIFY2(!QStandardPaths::findExecutable(tool).isEmpty(), qPrintable(tool));
    const QTemporaryDir home;
    const QString self = QCoreApplication::applicationFilePath();
    QProcess session;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"XDG_DATA_HOME"_s, home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    session.setProcessEnvironment(environment);
    session.start(
        u"dbus-run-session"_s,
        {u"--"_s, u"sh"_s, u"-c"_s,
         u"printf 'x\\n' | gnome-keyring-daemon --unlock --components=secrets"
         " >/dev/null 2>&1; for word in write read remove; do \"$0\" --work $word; done"_s,
         self});
    QCOMPARE(output(session), QByteArray("kept client\nkept client\nkept nothing"));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--work"_L1)
        return workOn(arguments.value(2));
    TestKeychain test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keychain.moc"
