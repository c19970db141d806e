// An application that notices when the interface thread is held up by one event.
#pragma once

#include <QApplication>
#include <QTest>
#include <QThread>

#include <ctime>

namespace support {

/// Measures each event that the thread handles, nested ones within the outer one. The thread's own
/// CPU time is what counts against the limit, so that a busy machine fails no test; a wait for
/// another thread or a disk shows in the time on the wall, which is measured beside it.
class StallWatch : public QApplication
{
public:
    using QApplication::QApplication;

    struct Stall
    {
        double cpu = 0; ///< milliseconds
        double wall = 0; ///< milliseconds
        QByteArray what; ///< class of the receiver and type of the event that took most CPU time
    };

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_depth > 0) // other threads may take long
            return QApplication::notify(receiver, event);
        const QByteArray what = QByteArray(receiver->metaObject()->className()) + ", event "
            + QByteArray::number(int(event->type()));
        const double cpu = now(CLOCK_THREAD_CPUTIME_ID);
        const double wall = now(CLOCK_MONOTONIC);
        ++m_depth;
        const bool isHandled = QApplication::notify(receiver, event);
        --m_depth;
        const double used = now(CLOCK_THREAD_CPUTIME_ID) - cpu;
        m_worst.wall = std::max(m_worst.wall, now(CLOCK_MONOTONIC) - wall);
        if (used > m_worst.cpu) {
            m_worst.cpu = used;
            m_worst.what = what;
        }
        return isHandled;
    }

    const Stall &worst() const { return m_worst; }
    void begin() { m_worst = {}; }
    void verify() const ///< that nothing since held the window up
    {
        qInfo("longest event: %.0f ms of CPU time (%s), %.0f ms on the wall", m_worst.cpu,
              m_worst.what.constData(), m_worst.wall);
        QVERIFY2(m_worst.cpu < limit(), "the window was held up");
    }

    /// 100 ms in a build that is optimised; others do the same work several times as slowly.
    static constexpr double limit()
    {
#if defined(__SANITIZE_ADDRESS__)
        return 800;
#elif defined(__OPTIMIZE__)
        return 100;
#else
        return 400;
#endif
    }

    static double now(clockid_t clock)
    {
        timespec time {};
        clock_gettime(clock, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

private:
    Stall m_worst;
    int m_depth = 0;
};

} // namespace support
