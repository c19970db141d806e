// Takes connections, and ends those that hold one without asking for anything.
#pragma once

#include <QTcpServer>

#include <chrono>

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

    /// A whole request has come over `socket`.
    static void hasRequest(QTcpSocket &socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::chrono::milliseconds m_patience;
};

} // namespace sandbox
