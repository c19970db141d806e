// When a call is tried again, and after how long: pure rules (reliability.md, Retry matrix).
#pragma once

#include "api/calls/request.h"
#include "api/http/policy.h"

#include <QDateTime>

namespace api {

/// `Retry-After` in seconds, as an HTTP date, or (as some services send it) in seconds since 1970;
/// at most a day. Nothing for garbage and for what lies in the past.
std::optional<std::chrono::seconds> readRetryAfter(const QByteArray &header, const QDateTime &now);

/// A `Date` header as seconds ahead of `now`; nothing for garbage. Exact to a second or so.
std::optional<std::chrono::seconds> readClockSkew(const QByteArray &header, const QDateTime &now);

/// Whether a request of this class may be sent again by itself after this error. Adding and paying
/// calls only when nothing left: a gateway that says "come back later" may come after the deed.
bool mayRepeat(Repeat repeat, ErrorKind kind, Delivery delivery);

/// Full jitter: a share 0..1 of the doubled base, capped. `failures` counts from 1.
std::chrono::milliseconds backoff(const Policy &policy, int failures, double share);

} // namespace api
