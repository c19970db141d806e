// What the operating system does to this process: core dumps, and the wish that it ends.
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace app {

/// A dump would hold keys: none in release builds.
void forbidCoreDumps();

/// Whether the environment names something to show windows on.
bool hasDisplay();

/// Reads a variable of the environment and takes it out: no child gets it, and its bytes are
/// overwritten, so that /proc/PID/environ doesn't show it any more. Other copies in memory stay.
QString takeFromEnvironment(const char *name);

/// Turns SIGTERM, SIGINT and SIGHUP into a signal of Qt's, outside the signal handler. One only.
class Termination : public QObject
{
    Q_OBJECT

public:
    explicit Termination(QObject *parent = nullptr);
    ~Termination() override;

Q_SIGNALS:
    void asked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace app
