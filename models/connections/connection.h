// A named way to the service. Holds no secret: client ID and key are Credentials, kept elsewhere.
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace models {

struct Connection
{
    QString name; ///< unique, as the person typed it
    QUrl baseUrl; ///< https, or http on loopback; the path ends with a slash
    QString colour; ///< one of the theme's roles, e.g. "warning"; a state is always also a word
    bool isSandbox = false;
    bool operator==(const Connection &) const = default;
};

/// Secrets of one connection: in the desktop's keychain, or in memory for the session.
struct Credentials
{
    QString clientId;
    QString key;
    bool operator==(const Credentials &) const = default;
};

} // namespace models
