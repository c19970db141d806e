// Text of a file or the clipboard as UTF-8 bytes, whatever encoding it came in.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>

#include <memory>
#include <tl/expected.hpp>

namespace models {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

/// A UTF-8 file is mapped, not read; others are converted once. No QString of the whole is made.
class TextSource
{
    Q_DECLARE_TR_FUNCTIONS(TextSource)

public:
    static constexpr qint64 largest = 1024LL * 1024 * 1024; ///< bytes

    using Pointer = std::shared_ptr<const TextSource>;
    /// The error is a whole sentence for the person. Blocks: for worker threads.
    static tl::expected<Pointer, QString> open(const QString &path);
    static Pointer fromText(const QString &text);
    static Pointer fromUtf8(QByteArray utf8);
    static Pointer fromBytes(QByteArray bytes); ///< as if they were a file's

    QByteArrayView utf8() const { return m_text; } ///< without a byte order mark
    /// The system may take back the memory of what stands before `position`: it is the file's, and
    /// comes again when it is read again.
    void giveBack(qsizetype position) const;
    Encoding encoding() const { return m_encoding; }

private:
    void decode(QByteArrayView raw);

    std::unique_ptr<QFile> m_file; ///< keeps the mapping alive
    QByteArray m_own;
    QByteArrayView m_text;
    Encoding m_encoding = Encoding::Utf8;
};

} // namespace models
