#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/screenroom.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::json;
using support::named;

namespace {

/// Narrower than a usual one; as the desktop of these tests has it at the sides.
const QVariantList frame {2, 10, 2, 3};

} // namespace

class TestWindowPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void comesBackWhereItWas();
    void comesBackWithinTheScreen();
    void theSandboxsWindowFitsASmallScreen();
};

/// Start after start: no frame is counted twice.
void TestWindowPlace::comesBackWhereItWas()
{
    QSettings settings;
    const QRect inside(2, 10, 300, 200);
    settings.setValue(u"window/inside"_s, inside);
    settings.setValue(u"window/frame"_s, frame);
    QWidget window;
    ui::restorePlace(window, settings);
    QCOMPARE(window.geometry(), inside);
    window.show();
    QApplication::processEvents();
    QCOMPARE(window.geometry(), inside);
    ui::savePlace(window, settings);
    QCOMPARE(settings.value(u"window/inside"_s).toRect(), inside);
}

/// Frame included, on a screen that got smaller.
void TestWindowPlace::comesBackWithinTheScreen()
{
    QSettings settings;
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    settings.setValue(u"window/inside"_s, QRect(screen.bottomRight(), screen.size() * 2));
    settings.setValue(u"window/frame"_s, frame);
    QWidget window;
    ui::restorePlace(window, settings);
    window.show();
    QApplication::processEvents();
    QCOMPARE(window.geometry(), screen.adjusted(2, 10, -2, -3));
}

/// A long address and the notice don't make it wider, and nothing goes behind a button for more.
void TestWindowPlace::theSandboxsWindowFitsASmallScreen()
{
    constexpr QSize smallRoom(636, 364); // 1280x800 at 200 %, without the frame
    const QByteArray noMore = R"({"status":422,"error":"Survey data not found!"})";
    support::MasterData masterData;
    support::FaultServer server([&masterData, &noMore](const support::Seen &seen) {
        const auto data = masterData.reply(seen);
        return data ? *data : json(422, noMore);
    });
    models::Database database(u":memory:"_s);
    models::MemorySecrets secrets;
    models::Connections connections(database, secrets, support::quickPolicy());
    QSignalSpy loaded(&connections, &models::Connections::loaded);
    connections.load();
    QVERIFY(!loaded.isEmpty() || loaded.wait(10'000));
    support::FakePrompt prompt;
    ui::Theme theme(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    ui::MainWindow window(connections, prompt, theme);
    window.show();
    // Shown without its last part, which is the same for all sandboxes.
    const QUrl address =
        server.baseUrl().resolved(QUrl(QString(10, u'f').repeated(8) + u"/api/"_s));
    connections.openOnce({u"Sandbox"_s, address, {}, true}, {u"client"_s, u"key"_s});
    QTRY_VERIFY(connections.session());
    window.resize(smallRoom);
    QTRY_COMPARE(window.size(), smallRoom);
    const QSize least = window.minimumSizeHint();
    QVERIFY2(least.width() <= smallRoom.width() && least.height() <= smallRoom.height(),
             qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
    QTRY_VERIFY(named<QComboBox>(window, u"Connection"_s)->isVisible());
    QVERIFY(named<QLineEdit>(window, u"Search"_s)->isVisible());
    QVERIFY(named<QWidget>(window, u"Sandbox: nothing here is bought"_s)->isVisible());
    auto *const bar = window.findChild<QToolBar *>();
    auto *const more = bar->findChild<QToolButton *>(u"qt_toolbar_ext_button"_s);
    QVERIFY(!more || !more->isVisible());
    support::close(connections);
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QApplication application(argc, argv);
    ui::keepWindowsOnScreen(application);
    QCoreApplication::setOrganizationName(u"AlignDesk-tests"_s);
    const ui::Theme theme(application);
    TestWindowPlace test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowplace.moc"
