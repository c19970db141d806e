#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

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

#ifdef Q_OS_UNIX

bool isSameFile(int file, const char *path)
{
    struct stat open
    {
    };
    struct stat there
    {
    };
    return ::fstat(file, &open) == 0 && ::lstat(path, &there) == 0 && open.st_ino == there.st_ino
        && open.st_dev == there.st_dev;
}

/// Held by one start at a time while it takes or removes a lock: QLockFile makes the file first and
/// locks it then, and in between another start would take it for one without a holder.
class FolderTurn
{
public:
    explicit FolderTurn(const QString &folder)
        : m_folder(
            ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        // Others have it for a moment only; one that was stopped in that moment holds up nobody.
        const QDeadlineTimer deadline(1000);
        while (m_folder >= 0 && ::flock(m_folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
               && !deadline.hasExpired())
            QThread::msleep(1);
    }
    ~FolderTurn()
    {
        if (m_folder >= 0)
            ::close(m_folder);
    }
    Q_DISABLE_COPY_MOVE(FolderTurn)

private:
    int m_folder = -1;
};

/// Removes a lock that no living process holds: whoever removes it holds flock(2) on it meanwhile.
bool removeOrphan(const QString &lockFile)
{
    const QByteArray path = QFile::encodeName(lockFile);
    const int file = ::open(path.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return false;
    const bool isRemoved = ::flock(file, LOCK_EX | LOCK_NB) == 0
        && isSameFile(file, path.constData()) && ::unlink(path.constData()) == 0;
    ::close(file);
    return isRemoved;
}

bool isOwnPersons(const QLocalSocket &socket)
{
    ucred peer {};
    socklen_t size = sizeof peer;
    return ::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::getuid();
}

#else

struct FolderTurn
{
    explicit FolderTurn(const QString &) { }
};

bool removeOrphan(const QString &)
{
    return false;
}

bool isOwnPersons(const QLocalSocket &)
{
    return true; // the pipe's access rights say so
}

#endif

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_lockFile(QDir(folder).absoluteFilePath(u"instance.lock"_s))
    , m_lock(m_lockFile)
    , m_socket(socketPath(folder))
{
    m_lock.setStaleLockTime(0); // only a holder that is gone makes it stale, never its age
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::take);
}

SingleInstance::Role SingleInstance::claim(const QByteArray &message, int patience)
{
    if (!lock()) {
        if (m_lock.error() == QLockFile::LockFailedError)
            return forward(message, patience);
        // A folder that can't be written to: the program goes on, and the database says so.
        return Role::First;
    }
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
    return Role::First;
}

QString SingleInstance::lockFile() const
{
    return m_lockFile;
}

bool SingleInstance::lock()
{
    const FolderTurn turn(QFileInfo(m_lockFile).path());
    const bool isLocked = m_lock.tryLock(0)
        || (m_lock.error() == QLockFile::LockFailedError && removeOrphan(m_lockFile)
            && m_lock.tryLock(0));
    if (isLocked)
        QFile::setPermissions(m_lockFile, QFile::ReadOwner | QFile::WriteOwner);
    return isLocked;
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
        if (lock()) {
            m_lock.unlock();
            return claim(message, patience);
        }
    } while (!deadline.hasExpired());
    return Role::Unanswered;
}

void SingleInstance::take()
{
    while (QLocalSocket *const socket = m_server.nextPendingConnection()) {
        if (!isOwnPersons(*socket)) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
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
