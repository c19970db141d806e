#include "app/places.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"AlignDesk"_s);
        QCoreApplication::setApplicationName(u"AlignDesk"_s);
    }
    void makesTheFolderForItsOwnerOnly();
    void leavesAFolderThatIsThereAsItIs();
    void settingsGoThereAndUnreadableOnesAside();
    void damagedSettingsAreSetAside_data();
    void damagedSettingsAreSetAside();
    void settingsAreTheOwnersOnly();
};

void TestPlaces::makesTheFolderForItsOwnerOnly()
{
    const QTemporaryDir temporary;
    const QString folder = app::preparePlaces(temporary.filePath(u"new/data"_s));
    QCOMPARE(folder, temporary.filePath(u"new/data"_s));
    QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestPlaces::leavesAFolderThatIsThereAsItIs()
{
    const QTemporaryDir temporary;
    const auto before = QFile::Permissions(0x7755);
    QVERIFY(QFile::setPermissions(temporary.path(), before));
    app::preparePlaces(temporary.path());
    QCOMPARE(QFile::permissions(temporary.path()), before);
}

void TestPlaces::settingsGoThereAndUnreadableOnesAside()
{
    const QTemporaryDir temporary;
    app::preparePlaces(temporary.path());
    QString file;
    {
        QSettings settings;
        settings.setValue(u"window/width"_s, 900);
        file = settings.fileName();
    }
    QVERIFY2(file.startsWith(temporary.path()), qPrintable(file));
    QCOMPARE(app::checkSettings(), QString());
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    broken.write("[window\n\x01\x02 no settings at all");
    broken.close();
    const QString aside = app::checkSettings();
    QVERIFY(aside.contains(u".corrupt-"_s));
    QVERIFY(QFile::exists(aside));
    QCOMPARE(QSettings().value(u"window/width"_s, 1).toInt(), 1);
    QCOMPARE(QSettings().status(), QSettings::NoError);
}

void TestPlaces::damagedSettingsAreSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("zeros") << QByteArray(300, '\0') << true;
    QTest::newRow("garbage") << QByteArray("\x7f\x45LF\x01\x02\x03 = 4\n") << true;
    QTest::newRow("text") << QByteArray("Dear sir or madam\n") << true;
    QTest::newRow("cut in a section") << QByteArray("[window]\nwidth=900\n[appea") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("settings") << QByteArray(
        "[window]\r\nwidth=900\r\n; a remark\r\nplace=@ByteArray(\\x1\\xd9)\r\n")
                              << false;
}

void TestPlaces::damagedSettingsAreSetAside()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isDamaged);
    const QTemporaryDir temporary;
    app::preparePlaces(temporary.path());
    QFile file(QSettings().fileName());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    const QString aside = app::checkSettings();
    QCOMPARE(!aside.isEmpty(), isDamaged);
    QSettings().setValue(u"window/height"_s, 700);
    if (!isDamaged)
        return;
    QFile kept(aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
}

void TestPlaces::settingsAreTheOwnersOnly()
{
    const QTemporaryDir temporary;
    app::preparePlaces(temporary.path());
    {
        QSettings settings;
        settings.setValue(u"window/width"_s, 900);
    }
    const QString file = QSettings().fileName();
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::exists(file));
    QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(QFileInfo(file).absolutePath()) & others, QFile::Permissions());
    // One that an earlier version left open to others.
    QVERIFY(QFile::setPermissions(file, QFile::Permissions(0x6644)));
    app::preparePlaces(temporary.path());
    QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
