// Which addresses may be given the credentials at all.
#pragma once

#include <QUrl>

namespace api {

/// A literal loopback address: nothing sent there leaves the machine.
bool isLoopback(const QString &host);

/// https, or http on a literal loopback address (reliability.md, Transport rules).
bool isAllowedBaseUrl(const QUrl &url);

} // namespace api
