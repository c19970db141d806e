// Text of a file or the clipboard as UTF-8 bytes, whatever encoding it came in.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <tl/expected.hpp>

namespace models {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

/// Owns its text: what becomes of the file afterwards doesn't matter. No QString of the whole is
/// made.
class TextSource
{
public:
    static constexpr qint64 largest = 1024LL * 1024 * 1024; ///< bytes

    using Pointer = std::shared_ptr<const TextSource>;
    /// As bytesOfFile(). Blocks: for worker threads.
    static tl::expected<Pointer, QString> open(const QString &path);
    static Pointer fromText(const QString &text);
    static Pointer fromUtf8(QByteArray utf8); ///< valid UTF-8
    static Pointer fromBytes(QByteArray bytes); ///< as if they were a file's

    QByteArrayView utf8() const { return m_text; } ///< without a byte order mark
    Encoding encoding() const { return m_encoding; }

private:
    TextSource(QByteArray utf8, Encoding encoding);

    QByteArray m_bytes;
    QByteArrayView m_text; ///< of m_bytes
    Encoding m_encoding;
};

} // namespace models
