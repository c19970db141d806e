// `aligndesk check-uids` and `aligndesk export-uids`: the reconciliation desk for scripts.
#pragma once

#include <QStringList>

namespace app {

/// `FILE… [--column NAME] [--sheet NAME] [--json] [--output FILE]`: counts the UIDs of all files
/// together, as one list, and writes the good ones: those that the window submits. A FILE of `-` is
/// standard input. 0; 1 when a file can't be read or written; 2 when the arguments are wrong. The
/// reason is on standard error, and so is how many were cleaned. "suspicious" counts the damaged
/// ones too.
int checkUids(const QStringList &arguments);

/// `--survey ID --output FILE [--format txt|csv|xlsx|json]` and the program's own --sandbox,
/// --connection, --server, --client-id and --data-dir: the accepted UIDs that this computer keeps
/// of the last completed reconciliation. 0; 1 when there is none or the file can't be written; 2
/// when the arguments are wrong. Asks no server.
int exportUids(const QStringList &arguments);

} // namespace app
