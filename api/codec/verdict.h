// What an answer means: contract.md, "Answers: what is success", in one place.
#pragma once

#include "api/calls/request.h"

namespace api::codec {

/// The error that `answer` is, for a call that found no success in it: kind by HTTP status, body
/// status and the service's sentence. An answer that reports no error is Malformed. Answered is
/// only a refusal that the service itself has put in words, with a status of its own
/// (reliability.md, Retry matrix); everything else is Ambiguous, 429 too.
ApiError errorOf(const Answer &answer);

/// Whether the server refused the hash, so that a fresh one is worth a try. Cheap for large bodies.
bool isHashMismatch(const Answer &answer);

} // namespace api::codec
