// Money as the contract wants it: a decimal with two places, never a binary float.
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace api {

/// An amount in hundredths of the survey's currency. Range: that of qint64 hundredths.
/// Source: contract.md, "Values: read liberally" (two places are kept).
struct Money
{
    qint64 hundredths = 0;

    /// Reads "10", "20.00", "1.7", "1.755" (rounded half away from zero), with an optional sign and
    /// surrounding blanks. Nothing for anything else: no exponent, no grouping, no comma.
    static std::optional<Money> fromWire(QStringView text);
    /// The wire's form without trailing noise: "10", "1.75", "20.50".
    QString toWire() const;
    /// Always two places, a point, no grouping: "20.00". Screens use QLocale on `hundredths`.
    QString toFixed() const;

    auto operator<=>(const Money &) const = default;
    friend Money operator*(Money amount, qint64 count) { return {amount.hundredths * count}; }
    friend Money operator+(Money a, Money b) { return {a.hundredths + b.hundredths}; }
    friend Money operator-(Money a, Money b) { return {a.hundredths - b.hundredths}; }
};

} // namespace api
