// What was asked for on the command line, and clear sentences about what can't be understood.
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

namespace app {

struct Options
{
    bool isSandbox = false;
    QString connection; ///< a kept one's name; empty for the last one used
    QUrl server; ///< with clientId and key: for this run only, kept nowhere
    QString clientId;
    QString key; ///< from ALIGNDESK_API_KEY; never from an argument, which others can read
    QString dataFolder; ///< absolute; empty for the usual place
    bool operator==(const Options &) const = default;
};

/// Why there is nothing to start: 0 for --help and --version, 2 for misuse.
struct Stop
{
    int exitCode = 0;
    QString text;
    bool operator==(const Stop &) const = default;
};

/// `arguments` begin with the program's name. Pure.
tl::expected<Options, Stop> readCommandLine(const QStringList &arguments, const QString &key);

/// --help or --version: answered without a display.
bool asksForTextOnly(int argc, char *argv[]);

/// What a second start hands to the first, through a socket that only this person can open.
QByteArray toMessage(const Options &options);
Options fromMessage(const QByteArray &message);

} // namespace app
