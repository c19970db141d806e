// The command line of aligndesk-sandbox.
#pragma once

#include "sandbox/server/options.h"

#include <QStringList>

#include <optional>

namespace sandbox {

/// Either options to start with, or a text to print before leaving with `exitCode`.
struct Arguments
{
    Options options;
    std::optional<int> exitCode;
    QString text;
};

/// Reads --port, --data, --seed, --surveys, --speed, --key, --client-id, --help and --version.
Arguments readArguments(const QStringList &arguments);

} // namespace sandbox
