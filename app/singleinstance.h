// One program per data folder: a second start hands its wish to the first and ends.
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace app {

/// The lock decides, not the socket: listening succeeds in a second instance too. A lock whose
/// holder was killed is recovered, and so is one that a power cut left empty or broken: a living
/// holder holds flock(2) on it. Only this person's programs are listened to.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First, ///< goes on; `received` tells of later starts
        Forwarded, ///< the first has the message
        Unanswered, ///< there is a first, but it doesn't answer
    };

    /// `folder` exists and is this person's only.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);

    /// Waits for up to `patience` milliseconds for the first to answer. No line feed in `message`.
    Role claim(const QByteArray &message, int patience = 5000);
    QString lockFile() const; ///< whose holder doesn't answer

Q_SIGNALS:
    void received(const QByteArray &message);

private:
    bool lock();
    Role forward(const QByteArray &message, int patience);
    void take();

    QString m_lockFile;
    QLockFile m_lock;
    QString m_socket;
    QLocalServer m_server;
};

} // namespace app
