// The commands that need neither window nor display: `aligndesk fit FILE` and its like.
#pragma once

#include <QStringList>

#include <optional>

namespace app {

/// Runs the command that `arguments`, which begin with the program's name, name first. Its exit
/// code; nothing when they name none. A QCoreApplication exists.
std::optional<int> runCommand(const QStringList &arguments);

/// The same before there is an application: makes one without a display when a command is named.
std::optional<int> runCommand(int &argc, char **argv);

} // namespace app
