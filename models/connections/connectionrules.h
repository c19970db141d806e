// What a connection must be before it is tried or kept.
#pragma once

#include "models/connections/connection.h"
#include "models/support/issue.h"

#include <QStringList>

namespace models {

/// The name of the connection that is always there.
QString sandboxName();

/// Reads what a person types: adds the scheme and the last slash where they are missing, drops
/// blanks around it. Invalid when it isn't a URL at all.
QUrl baseUrlFromInput(const QString &text);

/// All problems at once. Fields: "name", "baseUrl", "clientId", "key". `taken` are the names that
/// are in use already, compared without case.
QList<Issue> validate(const Connection &connection, const Credentials &credentials,
                      const QStringList &taken);

Credentials trimmed(const Credentials &credentials); ///< without blanks around them

/// Names whose data it is in the local database: the server and the client ID as a short one-way
/// fingerprint, so that two accounts never mix; the sandbox is one account whatever its port.
QString accountOf(const Connection &connection, const Credentials &credentials);

} // namespace models
