// Hands a worker's result to an object, unless the object has gone meanwhile.
#pragma once

#include <QFutureWatcher>

namespace models {

/// Calls `handle(value)` in the thread of `context`, which owns the waiting: when it is destroyed
/// first, `handle` is never called.
template <class Value, class Handler>
void whenFinished(QFuture<Value> future, QObject *context, Handler handle)
{
    auto *const watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handle = std::move(handle)] {
                         watcher->deleteLater();
                         handle(watcher->future().takeResult());
                     });
    watcher->setFuture(future);
}

} // namespace models
