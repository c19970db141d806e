// Call 1: the hash that signs every other call.
#pragma once

#include "api/calls/request.h"

#include <QUrl>

namespace api::calls {

/// Answers 64 hex digits. `url` is the endpoint's whole URL without its query (contract.md,
/// Signing); `key` and the answer are credentials, so this call's bodies are never recorded, and
/// its error holds no text of the answer but the server's sentence.
Request<QString> getHash(const QUrl &url, const QString &key);

} // namespace api::calls
