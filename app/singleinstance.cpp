#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QThread>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype longestPath = 90; // a socket's path has 108 bytes; Qt adds some for a moment
constexpr qint64 longestMessage = 64 * 1024;

QString socketPath(const QString &folder)
{
    const QString inside = QDir(folder).absoluteFilePath(u"instance.socket"_s);
    if (QFile::encodeName(inside).size() <= longestPath)
        return inside;
    const QByteArray name = QCryptographicHash::hash(QFile::encodeName(QDir(folder).absolutePath()),
                                                     QCryptographicHash::Sha256);
    return QDir::temp().absoluteFilePath(u"aligndesk-"_s
                                         + QString::fromLatin1(name.toHex().left(24)));
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_lock(QDir(folder).absoluteFilePath(u"instance.lock"_s))
    , m_socket(socketPath(folder))
{
    m_lock.setStaleLockTime(0); // only a holder that is gone makes it stale, never its age
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

SingleInstance::Role SingleInstance::claim(const QByteArray &message, int patience)
{
    if (!m_lock.tryLock(0)) {
        if (m_lock.error() == QLockFile::LockFailedError)
            return forward(message, patience);
        // A folder that can't be written to: the program goes on, and the database says so.
        return Role::First;
    }
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
    return Role::First;
}

SingleInstance::Role SingleInstance::forward(const QByteArray &message, int patience)
{
    const QDeadlineTimer deadline(patience);
    do {
        QLocalSocket socket;
        socket.connectToServer(m_socket);
        if (socket.waitForConnected(200)) {
            socket.write(message + '\n');
            socket.flush();
            if (socket.waitForReadyRead(int(qMax(200, deadline.remainingTime()))))
                return Role::Forwarded;
        }
        // The first may have locked and not listen yet, or be about to end.
        QThread::msleep(50);
        if (m_lock.tryLock(0)) {
            m_lock.unlock();
            return claim(message, patience);
        }
    } while (!deadline.hasExpired());
    return Role::Unanswered;
}

void SingleInstance::take()
{
    while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestMessage)
                    socket->abort();
                return;
            }
            const QByteArray message = socket->readLine().trimmed();
            socket->write("ok\n");
            socket->disconnectFromServer();
            Q_EMIT received(message);
        });
    }
}

} // namespace app

#include "moc_singleinstance.cpp"
