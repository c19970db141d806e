// The bytes of a file, read whole into memory of our own.
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace models {

/// Reads a regular file of at most `most` bytes. Nothing of the file is used afterwards, so it may
/// be truncated or replaced. Folders, pipes and devices are refused without waiting for them, and
/// so is a file that changed while it was being read. The error is a whole sentence for the person.
/// Blocks: for worker threads.
tl::expected<QByteArray, QString> bytesOfFile(const QString &path, qint64 most);

/// As bytesOfFile() of standard input, up to its end.
tl::expected<QByteArray, QString> bytesOfInput(qint64 most);

/// Why bytesOfFile() would refuse the path before opening it; empty when it is a regular file.
QString pathProblem(const QString &path);

} // namespace models
