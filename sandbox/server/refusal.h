// A request that is turned down: thrown by rules and calls, made into an answer by the router.
#pragma once

#include "sandbox/server/reply.h"

namespace sandbox {

/// The server's own sentence goes into `error`. The reconciliation calls name the kind in `error`
/// and the sentence in `message` instead, with `"status": false`.
struct Refusal
{
    int httpStatus = 422;
    QString sentence;
    QJsonObject more = {}; ///< further members of the body, such as Question_exists

    Reply reply(bool reconciliation) const;
};

/// 422: read, and not accepted.
Refusal refused(const QString &sentence);

/// 400 "Invalid request parameters": the body can't even be read as what the call wants.
Refusal invalidParameters();

} // namespace sandbox
