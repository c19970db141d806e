// How every call answers: a value or an ApiError, awaited.
#pragma once

#include "api/types/apierror.h"

#include <QCoroTask>

#include <tl/expected.hpp>

namespace api {

template <class T>
using Result = tl::expected<T, ApiError>;

template <class T>
using Task = QCoro::Task<Result<T>>;

/// What a call that only acts answers (contract.md, Answers, point 2). `changed` is false for
/// 204, *no change*; `message` is the server's own sentence.
struct Done
{
    bool changed = true;
    QString message;
    bool operator==(const Done &) const = default;
};

} // namespace api
