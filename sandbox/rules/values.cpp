#include "sandbox/rules/values.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sandbox {

QString textOf(const QJsonValue &value)
{
    if (!value.isDouble())
        return value.toString().trimmed();
    const double number = value.toDouble();
    return number == std::floor(number) && std::abs(number) < 1e15
        ? QString::number(value.toInteger())
        : QString::number(number, 'g', 15);
}

std::optional<qint64> wholeOf(const QJsonValue &value)
{
    static const QRegularExpression whole(u"^-?[0-9]{1,15}$"_s);
    const QString text = textOf(value);
    return whole.match(text).hasMatch() ? std::optional(text.toLongLong()) : std::nullopt;
}

std::optional<double> numberOf(const QJsonValue &value)
{
    bool ok = false;
    const double number = textOf(value).toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<qint64> centsOf(const QJsonValue &value)
{
    static const QRegularExpression money(u"^([0-9]{1,9})(?:\\.([0-9]{1,2})0*)?$"_s);
    const auto match = money.match(textOf(value));
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong() * 100
        + match.captured(2).leftJustified(2, u'0').toLongLong();
}

QString moneyText(qint64 cents)
{
    return u"%1.%2"_s.arg(cents / 100).arg(cents % 100, 2, 10, '0'_L1);
}

} // namespace sandbox
