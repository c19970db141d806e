#include "sandbox/server/listener.h"

#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {
const QString clockName = u"patience"_s;
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    auto *clock = new QTimer(socket);
    clock->setObjectName(clockName);
    clock->setSingleShot(true);
    clock->setInterval(m_patience);
    connect(clock, &QTimer::timeout, socket, &QTcpSocket::abort);
    connect(socket, &QTcpSocket::readyRead, clock, [clock] {
        if (!clock->isActive())
            clock->start();
    });
    clock->start();
    addPendingConnection(socket);
}

void Listener::hasRequest(QTcpSocket &socket)
{
    if (auto *clock = socket.findChild<QTimer *>(clockName))
        clock->stop();
}

} // namespace sandbox
