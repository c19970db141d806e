// Reads names back out of a text that joined them by commas, though names hold commas themselves.
#pragma once

#include <QStringList>

#include <optional>

namespace models {

/// The orders in which some of `names` make up `joined`, each at most once, with or without a blank
/// behind the commas. Several where names hold one another; at most `most`. None when they don't
/// make it up, or when a bounded search can't tell.
QList<QStringList> optionOrders(const QString &joined, const QStringList &names, qsizetype most);

/// The first of them.
std::optional<QStringList> optionOrder(const QString &joined, const QStringList &names);

/// `text` as it is compared: blanks around commas don't count.
QString squeezedJoined(const QString &text);
bool isSameJoined(const QString &one, const QString &other);

} // namespace models
