#include "app/colourscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colourScheme = u"color-scheme"_s;
constexpr uint darkPreferred = 1;

} // namespace

ColourScheme::ColourScheme(QObject *parent)
    : QObject(parent)
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QString(), path, settings, u"SettingChanged"_s, this,
                SLOT(take(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s, path,
                                                   settings, u"Read"_s);
    question << appearance << colourScheme;
    auto *const watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid())
            take(appearance, colourScheme, reply.value());
    });
}

void ColourScheme::take(const QString &space, const QString &name, const QDBusVariant &value)
{
    if (space != appearance || name != colourScheme)
        return;
    QVariant inner = value.variant();
    if (inner.canConvert<QDBusVariant>()) // Read answers a variant in a variant
        inner = inner.value<QDBusVariant>().variant();
    Q_EMIT told(inner.toUInt() == darkPreferred);
}

} // namespace app

#include "moc_colourscheme.cpp"
