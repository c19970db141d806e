// The sandbox server as a child of this program: started on a free port, ended with us.
#pragma once

#include <QObject>
#include <QProcess>
#include <QUrl>

namespace app {

/// It watches its standard input, so it ends even when this program is killed. It is never started
/// again by itself: `failed` says that it ended, and the person decides.
class SandboxProcess : public QObject
{
    Q_OBJECT

public:
    /// `program`: see find(). `dataFile` keeps the sandbox's state between runs.
    SandboxProcess(QString program, QString dataFile, QObject *parent = nullptr);
    ~SandboxProcess() override;

    /// Beside this program, or where packages put it; empty when it isn't there.
    static QString find();

    void start(); ///< nothing while it runs
    void stop(); ///< waits for up to two seconds
    bool isRunning() const;
    qint64 processId() const;

Q_SIGNALS:
    /// Where it is about to listen: the same as last time when that is free.
    void addressChosen(const QUrl &baseUrl);
    void ready();
    void failed(const QString &sentence);

private:
    void readAddress();
    void ended();

    QString m_program;
    QString m_dataFile;
    QString m_token; ///< of this run of the program; the sandbox refuses whoever doesn't know it
    QProcess m_process;
    quint16 m_port = 0;
    bool m_isReady = false;
    bool m_isStopping = false;
};

} // namespace app
