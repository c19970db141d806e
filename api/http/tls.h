// Why an encrypted connection could not be trusted.
#pragma once

#include "api/types/apierror.h"

#include <QList>
#include <QSslError>

namespace api {

/// The one that a person can do most about; none of a certificate's: the protocol.
TlsProblem problemOf(const QList<QSslError> &errors);

/// All of them in words for the details: "expired, unknown issuer".
QString reasonOf(const QList<QSslError> &errors);

} // namespace api
