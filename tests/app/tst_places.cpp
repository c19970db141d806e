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

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
