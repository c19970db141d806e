// Long work in a worker thread that tells how far it is and can be stopped.
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace models {

/// Shared by the worker and whoever waits for it; both threads may use all of it.
class Work
{
public:
    void cancel() { m_isCancelled = true; }
    bool isCancelled() const { return m_isCancelled; }
    void setDone(qint64 done, qint64 all) { m_permille = all > 0 ? int(done * 1000 / all) : 1000; }
    int permille() const { return m_permille; } ///< 0 to 1000

private:
    std::atomic<bool> m_isCancelled {false};
    std::atomic<int> m_permille {0};
};

using WorkPointer = std::shared_ptr<Work>;

/// `function()` in the global thread pool. It must own everything that it touches.
template <class Function>
QFuture<std::invoke_result_t<Function>> inWorker(Function function)
{
    using Value = std::invoke_result_t<Function>;
    auto promise = std::make_shared<QPromise<Value>>();
    QFuture<Value> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, function = std::move(function)]() mutable {
        promise->addResult(function());
        promise->finish();
    });
    return future;
}

} // namespace models
