// Why an encrypted connection wasn't trusted, in a person's words.
#pragma once

#include "api/types/apierror.h"

#include <QString>

namespace models {

/// What was wrong with the certificate or the handshake, that nothing was sent, and what may help.
/// `host` is shown; empty when it isn't known.
QString tlsSentence(api::TlsProblem problem, const QString &host);

} // namespace models
