// The program itself, from its start to what is on screen, in each way to start it.
#include "app/application.h"
#include "models/database/database.h"
#include "models/database/sql.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/mainwindow/mainwindow.h"

#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::named;
using support::says;

namespace {

ui::MainWindow *window()
{
    for (QWidget *const widget : QApplication::topLevelWidgets()) {
        if (auto *const found = qobject_cast<ui::MainWindow *>(widget))
            return found;
    }
    qFatal("no window");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList aside(const QString &folder)
{
    return QDir(folder).entryList({u"*.corrupt-*"_s});
}

} // namespace

class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aDamagedDatabaseIsSaidInEachMode_data();
    void aDamagedDatabaseIsSaidInEachMode();
    void anotherStartsServiceIsAskedAboutFirst();
    void damagedSettingsAreSaid();
    void theKeyLeavesTheEnvironment();

private:
    app::Options options(const QString &mode) const;
    QString database() const { return m_folder->filePath(u"aligndesk.sqlite"_s); }

    support::FaultServer m_server {[](const support::Seen &) {
        return support::json(422, R"({"status":422,"error":"Survey data not found!"})");
    }};
    std::unique_ptr<QTemporaryDir> m_folder;
};

app::Options TestApplication::options(const QString &mode) const
{
    app::Options options;
    options.isSandbox = mode == "sandbox"_L1;
    if (mode == "connection"_L1)
        options.connection = u"Agency"_s;
    if (mode == "server"_L1) {
        options.server = m_server.baseUrl();
        options.clientId = u"client"_s;
        options.key = u"key"_s;
    }
    return options;
}

void TestApplication::aDamagedDatabaseIsSaidInEachMode_data()
{
    QTest::addColumn<QString>("mode");
    for (const char *const mode : {"plain", "sandbox", "connection", "server"})
        QTest::newRow(mode) << QString::fromLatin1(mode);
}

void TestApplication::aDamagedDatabaseIsSaidInEachMode()
{
    QFETCH(const QString, mode);
    write(database(), "not a database at all\n");
    app::Application program(*qApp, m_folder->path());
    program.start(options(mode));
    QTRY_COMPARE_WITH_TIMEOUT(aside(m_folder->path()).size(), 1, 20'000);
    const QString name = aside(m_folder->path()).constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(says(*window(), name), 20'000);
    // It is still there when the connection has been opened, and when another is.
    QTRY_VERIFY_WITH_TIMEOUT(
        mode == "connection"_L1 || !says(*window(), u"Opening the connection…"_s), 20'000);
    if (mode != "connection"_L1)
        QVERIFY(window()->windowTitle().contains(u" – AlignDesk"_s));
    QVERIFY(says(*window(), name));
    named<QAbstractButton>(*window(), u"Dismiss"_s)->click();
    QVERIFY(!says(*window(), name));
}

void TestApplication::anotherStartsServiceIsAskedAboutFirst()
{
    app::Application program(*qApp, m_folder->path());
    program.start(options(u"server"_s));
    QTRY_VERIFY_WITH_TIMEOUT(window()->windowTitle().contains(u" – AlignDesk"_s), 20'000);
    const QString title = window()->windowTitle();
    program.receive(R"({"server":"https://evil.example/","clientId":"x","key":"y"})");
    QTRY_VERIFY(QApplication::activeModalWidget());
    QVERIFY(says(*QApplication::activeModalWidget(), u"evil.example"_s));
    QCOMPARE(window()->windowTitle(), title);
    QApplication::activeModalWidget()->close();
    QTest::qWait(0);
    QCOMPARE(window()->windowTitle(), title);
}

void TestApplication::damagedSettingsAreSaid()
{
    app::Application program(*qApp, m_folder->path());
    program.start(options(u"server"_s), u"/somewhere/AlignDesk.ini.corrupt-1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window()->windowTitle().contains(u" – AlignDesk"_s), 20'000);
    QVERIFY(says(*window(), u"AlignDesk.ini.corrupt-1"_s));
}

void TestApplication::theKeyLeavesTheEnvironment()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ALIGNDESK_API_KEY"_s, u"canary-key-7f3a"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("ALIGNDESK_BIN") + u"/aligndesk"_s,
                  {u"--server"_s, u"http://127.0.0.1:9/"_s, u"--client-id"_s, u"client"_s,
                   u"--data-dir"_s, m_folder->path()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(database()), 20'000); // it has read the command line
    QFile file(u"/proc/%1/environ"_s.arg(process.processId()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("QT_QPA_PLATFORM"));
    QVERIFY(!bytes.contains("canary-key-7f3a"));
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    // Nothing that was written can be read by others.
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo info(files.next());
        QVERIFY2(!(info.permissions()
                   & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
                 qPrintable(info.fileName()));
    }
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"); // no keychain, no notifications
    return support::runWindowTest<TestApplication>(argc, argv);
}

#include "tst_application.moc"
