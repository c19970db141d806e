// The first check of every request: does it come from this machine, for this server, in bounds.
#pragma once

#include "sandbox/server/request.h"

namespace sandbox {

/// The longest body taken, in bytes: a million UIDs are some 22 MB.
constexpr qsizetype maxBody = 64 * 1024 * 1024;

/// Throws 403 for a Host that isn't loopback with `port` (a web page that rebinds its name to
/// 127.0.0.1 carries its own) and for an Origin of another site, 413 for a body over maxBody.
void passGate(const Request &request, quint16 port);

/// The path below the token; throws 403 for one that doesn't begin with it. Another user of this
/// machine, or a page in a browser, can reach the port but doesn't know the token.
QString pathBelow(const QString &token, const QString &path);

} // namespace sandbox
