#include "api/types/money.h"

namespace api {

namespace {
constexpr qint64 mostUnits = 90'000'000'000'000'000 / 100; // leaves room to multiply by a count
}

std::optional<Money> Money::fromWire(QStringView text)
{
    text = text.trimmed();
    bool negative = false;
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        negative = text.startsWith(u'-');
        text = text.mid(1);
    }
    const qsizetype point = text.indexOf(u'.');
    const QStringView units = point < 0 ? text : text.left(point);
    const QStringView places = point < 0 ? QStringView {} : text.mid(point + 1);
    if (units.isEmpty() && places.isEmpty())
        return std::nullopt;

    qint64 value = 0;
    for (const QChar c : units) {
        if (c < u'0' || c > u'9' || value > mostUnits / 10)
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    value *= 100;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const QChar c = places[i];
        if (c < u'0' || c > u'9')
            return std::nullopt;
        const int digit = c.unicode() - u'0';
        if (i == 0)
            value += digit * 10;
        else if (i == 1)
            value += digit;
        else if (i == 2 && digit >= 5)
            value += 1;
    }
    return Money {negative ? -value : value};
}

QString Money::toFixed() const
{
    const qint64 size = qAbs(hundredths);
    return QStringLiteral("%1%2.%3")
        .arg(hundredths < 0 ? QStringLiteral("-") : QString())
        .arg(size / 100)
        .arg(size % 100, 2, 10, QLatin1Char('0'));
}

QString Money::toWire() const
{
    return hundredths % 100 == 0 ? QString::number(hundredths / 100) : toFixed();
}

} // namespace api
