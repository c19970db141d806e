// Waits for futures and for calls while events go on.
#pragma once

#include "api/http/client.h"

#include <QFuture>
#include <QSignalSpy>
#include <QTest>

namespace support {

template <class T>
T wait(QFuture<T> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
        qFatal("a future did not finish in 30 s");
    if constexpr (!std::is_void_v<T>)
        return future.result();
}

/// Waits until the signal was emitted since the spy was made, which may be before this call.
inline bool emitted(const QSignalSpy &spy)
{
    return QTest::qWaitFor([&spy] { return !spy.isEmpty(); }, 30'000);
}

/// Tries as often as the program does, without making a test wait.
inline api::Policy quickPolicy(int tries = api::Policy().tries)
{
    api::Policy policy;
    policy.tries = tries;
    policy.inactivity = std::chrono::milliseconds(300);
    policy.deadlineScale = 0.02; // lists of UIDs have 2.4 s instead of two minutes
    policy.backoffBase = std::chrono::milliseconds(1);
    policy.backoffCap = std::chrono::milliseconds(5);
    return policy;
}

/// Declared behind a client and before what uses it: lets the calls that are cut off come to their
/// end before the client goes, as the program does.
class CallsEnd
{
public:
    explicit CallsEnd(api::Client &client)
        : m_client(client)
    {
    }
    ~CallsEnd()
    {
        m_client.shutDown();
        if (!QTest::qWaitFor([this] { return m_client.running() == 0; }, 30'000))
            qFatal("a call did not end in 30 s");
    }
    Q_DISABLE_COPY_MOVE(CallsEnd)

private:
    api::Client &m_client;
};

} // namespace support
