#include "models/files/textsource.h"

#include "api/codec/utf8.h"
#include "models/files/filebytes.h"

#include <QString>

#include <array>

namespace models {

namespace {

constexpr QByteArrayView utf8Mark("\xef\xbb\xbf");

/// Windows-1252 where it differs from Latin-1: 0x80 to 0x9f.
constexpr std::array<char16_t, 32> windowsLetters {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

void append(QByteArray &text, char32_t letter)
{
    if (letter < 0x80)
        text += char(letter);
    else
        text += QString::fromUcs4(&letter, 1).toUtf8();
}

/// Half a surrogate pair and half a unit at the end become U+FFFD: a letter was lost there.
QByteArray fromUtf16(QByteArrayView raw, bool isLittle)
{
    const qsizetype units = raw.size() / 2;
    const auto unit = [raw, isLittle](qsizetype at) {
        const auto first = uchar(raw[2 * at]);
        const auto second = uchar(raw[2 * at + 1]);
        return char16_t(isLittle ? first | second << 8 : first << 8 | second);
    };
    QByteArray text;
    text.reserve(units + units / 8);
    for (qsizetype at = 0; at < units; ++at) {
        const char16_t letter = unit(at);
        if (!QChar::isSurrogate(letter)) {
            append(text, letter);
        } else if (QChar::isHighSurrogate(letter) && at + 1 < units
                   && QChar::isLowSurrogate(unit(at + 1))) {
            append(text, QChar::surrogateToUcs4(letter, unit(++at)));
        } else {
            append(text, QChar::ReplacementCharacter);
        }
    }
    if (raw.size() % 2 != 0)
        append(text, QChar::ReplacementCharacter);
    return text;
}

QByteArray fromWindows(QByteArrayView raw)
{
    QByteArray text;
    text.reserve(raw.size() + raw.size() / 8);
    for (const char c : raw) {
        const auto byte = uchar(c);
        append(text, byte < 0x80 || byte >= 0xa0 ? byte : windowsLetters[byte - 0x80]);
    }
    return text;
}

} // namespace

TextSource::TextSource(QByteArray utf8, Encoding encoding)
    : m_bytes(std::move(utf8))
    , m_text(m_bytes)
    , m_encoding(encoding)
{
    if (m_text.startsWith(utf8Mark))
        m_text = m_text.sliced(utf8Mark.size());
}

tl::expected<TextSource::Pointer, QString> TextSource::open(const QString &path)
{
    return bytesOfFile(path, largest).map(fromBytes);
}

TextSource::Pointer TextSource::fromText(const QString &text)
{
    return fromUtf8(text.toUtf8());
}

TextSource::Pointer TextSource::fromUtf8(QByteArray utf8)
{
    return Pointer(new TextSource(std::move(utf8), Encoding::Utf8));
}

TextSource::Pointer TextSource::fromBytes(QByteArray bytes)
{
    const QByteArrayView raw(bytes);
    if (raw.startsWith("\xff\xfe"))
        return Pointer(new TextSource(fromUtf16(raw.sliced(2), true), Encoding::Utf16Le));
    if (raw.startsWith("\xfe\xff"))
        return Pointer(new TextSource(fromUtf16(raw.sliced(2), false), Encoding::Utf16Be));
    if (api::codec::isUtf8(raw))
        return fromUtf8(std::move(bytes));
    // Its mark says that it is UTF-8, so what can't be read of it is damaged.
    if (raw.startsWith(utf8Mark))
        return fromUtf8(QString::fromUtf8(raw).toUtf8());
    return Pointer(new TextSource(fromWindows(raw), Encoding::Windows1252));
}

} // namespace models
