// What the commands are, for --help of the program and of each of them.
#pragma once

#include <QString>

namespace app {

/// The usage of a command with its options, as `aligndesk NAME --help` prints it; empty for what is
/// no command.
QString commandHelp(QAnyStringView name);

/// A line for each command: its name and what it does.
QString commandList();

} // namespace app
