// How commands end: their exit codes, and the reason on standard error.
#pragma once

#include <QString>

#include <cstdio>

namespace app {

constexpr int failed = 1; ///< a file can't be read or written, or there is nothing to do it with
constexpr int misused = 2; ///< the arguments, or what a file holds, can't be understood

/// Answers `code`.
inline int refuse(const char *command, int code, const QString &reason)
{
    std::fprintf(stderr, "aligndesk %s: %s\n", command, qUtf8Printable(reason));
    return code;
}

} // namespace app
