// Text of a server or a file, made safe to show in one line.
#pragma once

#include <QString>

namespace models {

/// Control characters, bidi controls and lone surrogates become U+FFFD, line breaks and tabs a
/// blank; text with right-to-left letters is isolated, so that it can't reorder what stands beside
/// it. For showing only: compare and send the original.
QString plain(const QString &text);

/// The same as the name of a file on any system: what these forbid becomes a hyphen, and nothing
/// in it is invisible. May be empty.
QString fileNameFrom(const QString &text);

} // namespace models
