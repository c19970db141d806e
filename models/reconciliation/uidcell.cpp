#include "models/reconciliation/uidcell.h"

#include "models/files/atomicwriter.h"
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

bool isWithinQuotes(QByteArrayView text)
{
    constexpr std::array<std::pair<QByteArrayView, QByteArrayView>, 8> marks {{{"\"", "\""},
                                                                               {"'", "'"},
                                                                               {"`", "`"},
                                                                               {"“", "”"},
                                                                               {"‘", "’"},
                                                                               {"„", "“"},
                                                                               {"‚", "‘"},
                                                                               {"«", "»"}}};
    return std::ranges::any_of(marks, [text](const auto &pair) {
        return text.size() >= pair.first.size() + pair.second.size() && text.startsWith(pair.first)
            && text.endsWith(pair.second);
    });
}

QByteArrayView trimmed(QByteArrayView text)
{
    const bool isTrim = text.isEmpty() || (uchar(text.front()) > ' ' && uchar(text.back()) > ' ');
    return isTrim ? text : text.trimmed();
}

/// The first and the last character are quotation marks; those of one byte or more.
QByteArrayView withoutQuotes(QByteArrayView text)
{
    const auto isContinuation = [](char c) { return (uchar(c) & 0xc0) == 0x80; };
    do
        text = text.sliced(1);
    while (isContinuation(text.front()));
    while (isContinuation(text.back()))
        text.chop(1);
    text.chop(1);
    return text.trimmed();
}

bool isInvisible(char32_t c)
{
    if (c < 0x80)
        return false;
    // Fillers and variation selectors are letters and marks by their category.
    const bool isFiller = c == 0x034f || c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5
        || c == 0x2800 || c == 0x3164 || c == 0xffa0 || (c >= 0xfe00 && c <= 0xfe0f)
        || (c >= 0xe0100 && c <= 0xe01ef);
    return isFiller || QChar::category(c) == QChar::Other_Format
        || (QChar::isSpace(c) && QChar::category(c) != QChar::Other_Control);
}

/// Whether some were there; then `scratch` holds the text without them.
bool removeInvisible(QByteArrayView text, QByteArray &scratch)
{
    if (std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80; }))
        return false;
    QList<uint> letters = QString::fromUtf8(text).toUcs4();
    letters.removeIf([](uint letter) { return isInvisible(letter); });
    scratch =
        QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()), letters.size())
            .toUtf8();
    return scratch.size() < text.size(); // Qt itself drops a byte order mark in front
}

} // namespace

CellUid uidOfCell(QByteArrayView cell, bool isGuarded, QByteArray &scratch)
{
    QByteArrayView uid = trimmed(cell);
    if (isGuarded && uid.startsWith('\''))
        uid = withoutGuard(uid).trimmed();
    if (isAlphanumeric(uid))
        return {uid};
    quint8 cleaning = 0;
    if (removeInvisible(uid, scratch)) {
        cleaning |= quint8(UidCleaning::Invisible);
        uid = QByteArrayView(scratch).trimmed();
    }
    for (; isWithinQuotes(uid); uid = withoutQuotes(uid))
        cleaning |= quint8(UidCleaning::Quotes);
    return {uid, UidCleaning(cleaning), cleaning != 0 && isAlphanumeric(uid)};
}

bool hasControls(QByteArrayView uid)
{
    for (qsizetype at = 0; at < uid.size(); ++at) {
        const auto byte = uchar(uid[at]);
        const bool isOfC1 = byte == 0xc2 && at + 1 < uid.size() && uchar(uid[at + 1]) < 0xa0;
        if (byte < ' ' || byte == 0x7f || isOfC1)
            return true;
    }
    return false;
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

bool hasLostCharacter(QByteArrayView uid)
{
    return uid.contains(QByteArrayView("\xef\xbf\xbd"));
}

} // namespace models
