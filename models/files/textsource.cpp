#include "models/files/textsource.h"

#include "api/codec/utf8.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace models {

namespace {

/// Windows-1252 where it differs from Latin-1: 0x80 to 0x9f.
constexpr std::array<char16_t, 32> windowsLetters {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

constexpr qsizetype chunk = 1024 * 1024;

QByteArray fromUtf16(QByteArrayView raw, QStringDecoder::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    QByteArray text;
    text.reserve(raw.size() / 2);
    for (qsizetype at = 0; at < raw.size(); at += chunk) {
        const QString piece = decoder(raw.sliced(at, std::min(chunk, raw.size() - at)));
        text += piece.toUtf8();
    }
    return text;
}

QByteArray fromWindows(QByteArrayView raw)
{
    QByteArray text;
    text.reserve(raw.size() + raw.size() / 8);
    for (const char c : raw) {
        const uchar byte = uchar(c);
        if (byte < 0x80)
            text += c;
        else
            text +=
                QString(QChar(byte < 0xa0 ? windowsLetters[byte - 0x80] : char16_t(byte))).toUtf8();
    }
    return text;
}

} // namespace

void TextSource::decode(QByteArrayView raw)
{
    if (raw.startsWith("\xff\xfe") || raw.startsWith("\xfe\xff")) {
        const bool isLittle = raw.startsWith("\xff\xfe");
        m_encoding = isLittle ? Encoding::Utf16Le : Encoding::Utf16Be;
        m_own =
            fromUtf16(raw.sliced(2), isLittle ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        m_text = m_own;
    } else if (raw.startsWith("\xef\xbb\xbf")) {
        m_text = raw.sliced(3);
    } else if (api::codec::isUtf8(raw)) {
        m_text = raw;
    } else {
        m_encoding = Encoding::Windows1252;
        m_own = fromWindows(raw);
        m_text = m_own;
    }
}

tl::expected<TextSource::Pointer, QString> TextSource::open(const QString &path)
{
    auto source = std::make_shared<TextSource>();
    source->m_file = std::make_unique<QFile>(path);
    QFile &file = *source->m_file;
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(tr("The file can't be opened: %1.").arg(file.errorString()));
    if (file.size() > largest)
        return tl::unexpected(tr("The file is larger than 1 GB."));
    if (file.size() == 0)
        return source;
    if (const uchar *bytes = file.map(0, file.size())) {
        source->decode({bytes, qsizetype(file.size())});
        return source;
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return tl::unexpected(tr("The file can't be read: %1.").arg(file.errorString()));
    return fromBytes(std::move(bytes));
}

void TextSource::giveBack(qsizetype position) const
{
#ifdef Q_OS_UNIX
    if (!m_file)
        return;
    const auto page = quintptr(::sysconf(_SC_PAGESIZE));
    const quintptr from = quintptr(m_text.data()) / page * page;
    const quintptr until = quintptr(m_text.data() + position) / page * page;
    if (until > from)
        ::madvise(reinterpret_cast<void *>(from), until - from, MADV_DONTNEED);
#else
    Q_UNUSED(position)
#endif
}

TextSource::Pointer TextSource::fromText(const QString &text)
{
    return fromUtf8(text.toUtf8());
}

TextSource::Pointer TextSource::fromUtf8(QByteArray utf8)
{
    auto source = std::make_shared<TextSource>();
    source->m_own = std::move(utf8);
    source->m_text = source->m_own;
    return source;
}

TextSource::Pointer TextSource::fromBytes(QByteArray bytes)
{
    auto source = std::make_shared<TextSource>();
    source->m_own = bytes; // shared; decode() replaces it where it converts
    source->decode(bytes);
    return source;
}

} // namespace models
