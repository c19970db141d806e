// Reads names back out of a text that joined them by commas, though names hold commas themselves.
#pragma once

#include <QStringList>

#include <optional>

namespace models {

/// The order in which `names` make up `joined`, with or without a blank behind the commas. Nothing
/// when they don't, or when that can't be told in a bounded search.
std::optional<QStringList> optionOrder(const QString &joined, const QStringList &names);

/// Blanks around commas don't count.
bool isSameJoined(const QString &one, const QString &other);

} // namespace models
