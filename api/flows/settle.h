// What a failed write leaves open: whether the server may have acted on it.
#pragma once

#include "api/calls/request.h"

namespace api::flows {

/// No verdict of the server was read.
inline bool isUnclear(const ApiError &error)
{
    return error.delivery == Delivery::Ambiguous;
}

/// The server may have acted although an error came: an earlier try may have arrived, and the
/// refusal may be about what that one did ("already exists", "no changes").
inline bool mayHaveActed(const ApiError &error)
{
    return error.delivery != Delivery::NotSent && error.kind != ErrorKind::Unauthorized
        && error.kind != ErrorKind::HashMismatch;
}

/// *No change* where a change was wanted, with the server's own sentence.
inline ApiError refusal(const QString &sentence)
{
    ApiError error;
    error.kind = ErrorKind::Rejected;
    error.serverMessage = sentence;
    return error;
}

/// The one thing that `request` asks for isn't among what was read.
inline ApiError notThere(const WireRequest &request)
{
    ApiError error;
    error.kind = ErrorKind::NotFound;
    error.endpoint = QString::fromLatin1(request.endpoint);
    error.isRead = true;
    return error;
}

/// Whether only a reading can tell what a call that adds has done: no verdict, or *no change*.
inline bool needsLook(const Result<Done> &answer)
{
    return answer ? !answer->changed : isUnclear(answer.error());
}

/// What such an answer is once the reading didn't find what was to be added.
inline Result<Done> asFailure(const Result<Done> &answer)
{
    return tl::make_unexpected(answer ? refusal(answer->message) : answer.error());
}

} // namespace api::flows
