// Hands a worker's result to a widget, unless the widget has gone meanwhile.
#pragma once

#include <QFutureWatcher>

namespace ui {

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

} // namespace ui
