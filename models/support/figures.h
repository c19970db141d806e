// Figures as a person reads and writes them, in the person's locale; the wire never uses these.
#pragma once

#include "api/types/money.h"

#include <QString>

#include <optional>

namespace models {

QString countText(qint64 count); ///< grouped: "1,800"
QString plainCountText(int count); ///< not grouped, for ages, codes and editors: "1800"
QString moneyText(api::Money amount); ///< grouped, two places: "1,800.00"
/// With its currency behind it, which may be empty: "1,800.00 USD".
QString moneyText(api::Money amount, const QString &currency);

/// Whole numbers with or without the locale's grouping; nothing for anything else. "1,234" isn't
/// one where the comma is the decimal point.
std::optional<int> countFromText(const QString &text);

/// At most two places behind the locale's decimal point, or behind a plain point where the locale
/// doesn't group with it. Nothing for anything else.
std::optional<api::Money> moneyFromText(const QString &text);

} // namespace models
