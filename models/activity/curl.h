// A call of the journal as a command line that makes it again, with placeholders for secrets.
#pragma once

#include "api/http/callrecord.h"

#include <QUrl>

namespace models {

/// For a POSIX shell. The hash is "$HASH", the client ID "$CLIENT_ID". A body that the journal cut
/// or that held UIDs isn't whole: a comment in front says so.
QString curlCommand(const api::CallRecord &call, const QUrl &baseUrl);

QString verbName(api::Verb verb); ///< "GET"

} // namespace models
