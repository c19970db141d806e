// Sends each request to its call: gate, path, verb, signature, client, then the call itself.
#pragma once

#include "sandbox/server/reply.h"
#include "sandbox/server/request.h"

namespace sandbox {

struct Context;

/// Every request gets an answer; what is refused is refused in the vendor's form. The hash is
/// checked before anything is done, so a call refused for its hash may safely be repeated.
Reply route(Context &context, const Request &request, quint16 port);

} // namespace sandbox
