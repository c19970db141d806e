// What a failed write leaves open: whether the server may have acted on it.
#pragma once

#include "api/types/apierror.h"

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

} // namespace api::flows
