#include "app/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int asTheDesktopDoes = -1; ///< how long it stays

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : Notifier(parent)
{
}

void DesktopNotifier::show(const QString &title, const QString &text, const QString &subject)
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    if (!std::exchange(m_isListening, true)) {
        bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(act(uint, QString)));
        bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(end(uint)));
    }
    auto call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // The service reads the body as markup; a survey's name is none.
    call << u"AlignDesk"_s << 0U << u"org.aligndesk.AlignDesk"_s << title << text.toHtmlEscaped()
         << QStringList {u"default"_s, tr("Show")}
         << QVariantMap {{u"desktop-entry"_s, u"org.aligndesk.AlignDesk"_s}} << asTheDesktopDoes;
    auto *const watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, subject] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid())
            m_shown.insert(reply.value(), subject);
    });
}

void DesktopNotifier::act(uint id, const QString &)
{
    const auto shown = m_shown.constFind(id);
    if (shown != m_shown.cend())
        Q_EMIT chosen(*shown);
}

void DesktopNotifier::end(uint id)
{
    m_shown.remove(id);
}

} // namespace app

#include "moc_desktopnotifier.cpp"
