#include "tests/support/faultserver.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace support {

namespace {

/// Takes one whole request off the buffer, or nothing while it isn't whole.
std::optional<Seen> take(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    const QByteArray head = buffer.left(end);
    qsizetype length = 0;
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    if (buffer.size() < end + 4 + length)
        return std::nullopt;
    const QList<QByteArray> first = head.left(head.indexOf("\r\n")).split(' ');
    Seen seen {first.value(0), first.value(1), head.mid(head.indexOf("\r\n") + 2),
               buffer.mid(end + 4, length)};
    buffer.remove(0, end + 4 + length);
    return seen;
}

} // namespace

Reply json(int status, const QByteArray &body, const QByteArray &moreHeaders)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/json\r\n"
                + moreHeaders + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                + body,
            Ending::KeepOpen,
            {}};
}

FaultServer::FaultServer(Script script)
    : m_script(std::move(script))
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            serve(socket);
    });
}

QUrl FaultServer::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/v1/").arg(serverPort()));
}

void FaultServer::serve(QTcpSocket *socket)
{
    const auto buffer = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
        *buffer += socket->readAll();
        while (const auto request = take(*buffer)) {
            if (request->path() == "/v1/endpoints/getHashData") {
                ++hashes;
                const QByteArray digits = QByteArray::number(hashes).rightJustified(64, '0');
                answer(socket, hashScript ? hashScript(*request) : json(200, digits));
                continue;
            }
            seen.append(*request);
            answer(socket, m_script(*request));
        }
    });
}

void FaultServer::answer(QTcpSocket *socket, const Reply &reply)
{
    if (reply.after.count() > 0) {
        const Reply later {reply.bytes, reply.ending};
        QTimer::singleShot(reply.after, socket, [this, socket, later] { answer(socket, later); });
        return;
    }
    switch (reply.ending) {
    case Ending::Silence:
        return;
    case Ending::Drip: {
        auto *timer = new QTimer(socket);
        const auto left = std::make_shared<QByteArray>(reply.bytes);
        connect(timer, &QTimer::timeout, socket, [socket, left] {
            socket->write(left->left(1));
            left->remove(0, 1);
        });
        timer->start(20);
        return;
    }
    case Ending::KeepOpen:
        socket->write(reply.bytes);
        return;
    case Ending::Close:
        socket->write(reply.bytes);
        socket->disconnectFromHost();
        return;
    case Ending::Reset:
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->write(reply.bytes);
        socket->flush();
        socket->abort();
        return;
    }
}

} // namespace support
