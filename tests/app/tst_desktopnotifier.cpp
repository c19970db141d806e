// Notifications over a session bus of their own, with a service that a test plays.
#include "app/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

/// The desktop's side: keeps what it is asked to show, and answers with rising ids.
class FakeDesktop : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() != u"Notify"_s)
            return false;
        shown.append(message.arguments());
        connection.send(message.createReply(uint(shown.size())));
        return true;
    }
    QList<QVariantList> shown;
};

} // namespace

class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (daemon.isEmpty())
            QSKIP("there is no dbus-daemon here");
        m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForStarted());
        QVERIFY(m_bus.waitForReadyRead());
        m_address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void nobodyThereIsNoHarm()
    {
        app::DesktopNotifier notifier;
        QSignalSpy chosen(&notifier, &app::Notifier::chosen);
        notifier.show(u"Target"_s, u"Cats"_s, u"1"_s);
        QTest::qWait(0);
        QCOMPARE(chosen.size(), 0);
    }

    void aClickSaysWhatItWasAbout()
    {
        FakeDesktop desktop;
        QDBusConnection bus =
            QDBusConnection::connectToBus(QString::fromLatin1(m_address), u"desktop"_s);
        QVERIFY(bus.registerVirtualObject(path, &desktop));
        QVERIFY(bus.registerService(service));
        app::DesktopNotifier notifier;
        QSignalSpy chosen(&notifier, &app::Notifier::chosen);
        notifier.show(u"1 survey reached the target"_s, u"Cats <b>& dogs</b>"_s, u"cats"_s);
        notifier.show(u"1 survey needs attention"_s, u"Pets"_s, u"pets"_s);
        QTRY_COMPARE(desktop.shown.size(), qsizetype(2));
        QCOMPARE(desktop.shown[0].value(3).toString(), u"1 survey reached the target"_s);
        // The body is markup to the desktop; a name of a survey isn't.
        QCOMPARE(desktop.shown[0].value(4).toString(), u"Cats &lt;b&gt;&amp; dogs&lt;/b&gt;"_s);
        QCOMPARE(desktop.shown[0].value(5).toStringList().value(0), u"default"_s);

        const auto emitted = [&bus](const QString &name, const QVariantList &arguments) {
            QDBusMessage signal = QDBusMessage::createSignal(path, service, name);
            signal.setArguments(arguments);
            bus.send(signal);
        };
        // A signal can overtake the answer to Notify only on another connection than this one.
        emitted(u"ActionInvoked"_s, {2U, u"default"_s});
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"pets"_s);
        emitted(u"ActionInvoked"_s, {77U, u"default"_s}); // another program's
        emitted(u"NotificationClosed"_s, {1U, 2U});
        emitted(u"ActionInvoked"_s, {1U, u"default"_s}); // is gone already
        emitted(u"ActionInvoked"_s, {2U, u"default"_s});
        QTRY_COMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].toString(), u"pets"_s);
    }

private:
    QProcess m_bus;
    QByteArray m_address;
};

QTEST_GUILESS_MAIN(TestDesktopNotifier)
#include "tst_desktopnotifier.moc"
