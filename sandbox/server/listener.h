// Takes connections, and ends those that hold one without asking for anything.
#pragma once

#include <QHash>
#include <QTcpServer>

#include <chrono>

class QTimer;

namespace sandbox {

/// A connection has `patience` from its beginning, and again from the first byte of each further
/// request, until that request is whole.
class Listener : public QTcpServer
{
public:
    explicit Listener(std::chrono::milliseconds patience)
        : m_patience(patience)
    {
    }

    /// A whole request has come from this port of this computer.
    void hasRequest(quint16 peerPort);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::chrono::milliseconds m_patience;
    QHash<quint16, QTimer *> m_clocks; ///< of the open connections, by the other side's port
};

} // namespace sandbox
