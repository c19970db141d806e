// Waits for a future while events go on.
#pragma once

#include <QFuture>
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

} // namespace support
