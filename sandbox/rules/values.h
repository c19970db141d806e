// Reads single values as the vendor's server does: a number may come as text and the reverse.
#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace sandbox {

/// Text as it is, numbers without a needless fraction; empty for anything else.
QString textOf(const QJsonValue &value);

/// Nothing unless it is a whole number of at most 15 digits.
std::optional<qint64> wholeOf(const QJsonValue &value);

std::optional<double> numberOf(const QJsonValue &value);

/// An amount of money in hundredths, from at most two decimals; nothing below zero.
std::optional<qint64> centsOf(const QJsonValue &value);

/// "20.00"
QString moneyText(qint64 cents);

} // namespace sandbox
