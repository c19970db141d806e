#include "models/reconciliation/uidshape.h"

#include <QString>

#include <algorithm>
#include <array>

namespace models {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isMost(qint64 some, qint64 all)
{
    return some < all && some * 10 >= all * 9;
}

constexpr std::array<bool, 256> plainSigns = [] {
    std::array<bool, 256> signs {};
    for (size_t sign = 0; sign < signs.size(); ++sign)
        signs[sign] = (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z')
            || (sign >= 'A' && sign <= 'Z');
    return signs;
}();

} // namespace

bool isAlphanumeric(QByteArrayView uid)
{
    bool isPlain = true; // without a branch for each sign: nearly all are
    for (const char sign : uid)
        isPlain &= plainSigns[uchar(sign)];
    return isPlain;
}

bool isRoundedNumber(QByteArrayView uid)
{
    const auto exponent =
        std::find_if(uid.begin(), uid.end(), [](char c) { return c == 'E' || c == 'e'; });
    if (uid.isEmpty() || !isDigit(uid.front()) || uid.end() - exponent < 3 || exponent[1] != '+')
        return false;
    const bool isMantissa = std::all_of(uid.begin(), exponent,
                                        [](char c) { return isDigit(c) || c == '.' || c == ','; });
    return isMantissa && std::all_of(exponent + 2, uid.end(), isDigit);
}

bool isWithinQuotes(QByteArrayView uid)
{
    constexpr std::array<std::pair<QByteArrayView, QByteArrayView>, 6> marks {
        {{"\"", "\""}, {"'", "'"}, {"`", "`"}, {"“", "”"}, {"‘", "’"}, {"„", "“"}}};
    return std::ranges::any_of(marks, [uid](const auto &pair) {
        return uid.size() > pair.first.size() + pair.second.size() && uid.startsWith(pair.first)
            && uid.endsWith(pair.second);
    });
}

bool hasInvisible(QByteArrayView uid)
{
    const bool isPlain =
        std::all_of(uid.begin(), uid.end(), [](char c) { return c >= ' ' && c != '\x7f'; });
    if (isPlain)
        return false;
    const QString text = QString::fromUtf8(uid);
    return std::any_of(text.begin(), text.end(), [](QChar letter) {
        const QChar::Category kind = letter.category();
        return kind == QChar::Other_Control || kind == QChar::Other_Format
            || (letter.isSpace() && letter != u' ');
    });
}

bool UidShape::add(QByteArrayView uid)
{
    const bool isPlain = isAlphanumeric(uid);
    ++m_lengths[std::min(size_t(uid.size()), longest - 1)];
    ++m_all;
    m_plain += isPlain ? 1 : 0;
    return isPlain;
}

void UidShape::settle()
{
    const auto most = std::ranges::max_element(m_lengths);
    m_length = isMost(*most, m_all) ? most - m_lengths.begin() : 0;
    m_isAlphanumeric = isMost(m_plain, m_all);
}

UidKind UidShape::kindOf(QByteArrayView uid) const
{
    if (isRoundedNumber(uid))
        return UidKind::Damaged;
    if (isWithinQuotes(uid))
        return UidKind::Quoted;
    if (hasInvisible(uid))
        return UidKind::Invisible;
    if (m_isAlphanumeric && !isAlphanumeric(uid))
        return UidKind::OddLetters;
    return isUsual(uid.size()) ? UidKind::Good : UidKind::OddLength;
}

} // namespace models
