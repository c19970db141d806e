// A brief out of a file.
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace models {

/// The text, in whatever encoding it is; or why it is none, a whole sentence. Blocks: for worker
/// threads.
tl::expected<QString, QString> briefFromFile(const QString &path);

} // namespace models
