#include "models/support/figures.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace models {

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString plainCountText(int count)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(count);
}

QString moneyText(api::Money amount)
{
    // By parts: an amount never passes through a binary float.
    const QLocale locale;
    const qint64 units = std::abs(amount.hundredths) / 100;
    const int places = int(std::abs(amount.hundredths) % 100);
    const QString behind = plainCountText(places + 100).mid(1);
    return (amount.hundredths < 0 ? locale.negativeSign() : QString()) + locale.toString(units)
        + locale.decimalPoint() + behind;
}

QString moneyText(api::Money amount, const QString &currency)
{
    return currency.isEmpty() ? moneyText(amount)
                              : moneyText(amount) + QChar(QChar::Nbsp) + currency;
}

std::optional<int> countFromText(const QString &text)
{
    bool isNumber = false;
    const int number = QLocale().toInt(text.trimmed(), &isNumber);
    if (isNumber)
        return number;
    const int plain = QLocale::c().toInt(text.trimmed(), &isNumber);
    const bool isPlain = isNumber && !text.contains(u',');
    return isPlain ? std::optional(plain) : std::nullopt;
}

std::optional<api::Money> moneyFromText(const QString &text)
{
    const QLocale locale;
    QString plain = text.trimmed();
    const QString group = locale.groupSeparator();
    const QString point = locale.decimalPoint();
    static const QRegularExpression fixed(u"^\\d+(\\.\\d{0,2})?$|^\\.\\d{1,2}$"_s);
    if (group != u"." && plain.count(u'.') == 1 && point != u"." && !plain.contains(point)
        && fixed.match(plain).hasMatch())
        return api::Money::fromWire(plain);
    // Grouping is taken only where the locale puts it: "4,50" is no 450 where the comma groups.
    const qsizetype at = plain.indexOf(point);
    const QString whole = at < 0 ? plain : plain.left(at);
    const QString behind = at < 0 ? QString() : plain.mid(at + point.size());
    bool isNumber = false;
    const qlonglong units = whole.isEmpty() ? 0 : locale.toLongLong(whole, &isNumber);
    if ((!isNumber && !(whole.isEmpty() && !behind.isEmpty())) || units < 0
        || units > 1'000'000'000)
        return std::nullopt;
    bool arePlaces = behind.isEmpty();
    const bool areDigits = std::ranges::all_of(behind, [](QChar c) { return c.isDigit(); });
    const int places = arePlaces ? 0 : locale.toInt(behind, &arePlaces);
    if (!arePlaces || !areDigits || behind.size() > 2)
        return std::nullopt;
    return api::Money {units * 100 + (behind.size() == 1 ? places * 10 : places)};
}

} // namespace models
