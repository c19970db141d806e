// Decodes a large answer in a worker thread: decoders are pure.
#pragma once

#include "api/calls/request.h"

#include <QCoroFuture>
#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace api {

template <class T>
QFuture<Result<T>> decodeInWorker(Result<T> (*decode)(const Answer &), Answer answer)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFuture<Result<T>> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, decode, answer = std::move(answer)] {
        promise->addResult(decode(answer));
        promise->finish();
    });
    return future;
}

} // namespace api
