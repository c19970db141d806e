#include "app/process.h"

#include <QSocketNotifier>

#include <cstdlib>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace app {

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

QString takeFromEnvironment(const char *name)
{
    char *const value = std::getenv(name);
    if (!value)
        return {};
    const QString text = QString::fromLocal8Bit(value);
    for (volatile char *byte = value; *byte; ++byte)
        *byte = 'x';
    qunsetenv(name);
    return text;
}

#ifdef Q_OS_UNIX

namespace {

int pipeEnds[2] = {-1, -1};

/// Only what is safe in a signal handler: one write.
void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

void forbidCoreDumps()
{
#ifdef NDEBUG
    const rlimit none {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
}

Termination::Termination(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(pipeEnds[0], &byte, 1) > 0) { }
        Q_EMIT asked();
    });
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, onSignal);
}

Termination::~Termination()
{
    if (!m_notifier)
        return;
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

#else

void forbidCoreDumps() { }

Termination::Termination(QObject *parent)
    : QObject(parent)
{
}

Termination::~Termination() = default;

#endif

} // namespace app

#include "moc_process.cpp"
