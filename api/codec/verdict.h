// What an answer means: contract.md, "Answers: what is success", in one place.
#pragma once

#include "api/calls/request.h"

namespace api::codec {

/// The error that `answer` is, for a call that found no success in it: kind by HTTP status, body
/// status and the server's sentence. An answer that reports no error is Malformed.
ApiError errorOf(const Answer &answer);

/// Whether the server refused the hash, so that a fresh one is worth a try. Cheap for large bodies.
bool isHashMismatch(const Answer &answer);

} // namespace api::codec
