#include "sandbox/server/listener.h"

#include <QTcpSocket>
#include <QTimer>

namespace sandbox {

void Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    // Head and body are written apart: Nagle's algorithm would hold the body back for 40 ms.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *clock = new QTimer(socket);
    clock->setSingleShot(true);
    clock->setInterval(m_patience);
    connect(clock, &QTimer::timeout, socket, &QTcpSocket::abort);
    connect(socket, &QTcpSocket::readyRead, clock, [clock] {
        if (!clock->isActive())
            clock->start();
    });
    const quint16 port = socket->peerPort();
    m_clocks.insert(port, clock);
    connect(clock, &QObject::destroyed, this, [this, port, clock] {
        if (m_clocks.value(port) == clock)
            m_clocks.remove(port);
    });
    clock->start();
    addPendingConnection(socket);
}

void Listener::hasRequest(quint16 peerPort)
{
    if (QTimer *const clock = m_clocks.value(peerPort))
        clock->stop();
}

} // namespace sandbox
