// Reads RFC 4180 records, or plain lines, out of UTF-8 text without a string for each cell.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <vector>

namespace models {

/// Accepts CR, LF and CRLF, and quoted cells with line breaks. A separator of 0 reads lines, in
/// which quotes mean nothing. The text must outlive the reader.
class CsvReader
{
public:
    static constexpr int mostFields = 16'384; ///< of a record; the rest of it is dropped
    static constexpr qsizetype longestQuoted = 1024 * 1024; ///< bytes; the rest is dropped

    CsvReader(QByteArrayView text, char separator);

    bool next(); ///< false at the end
    int size() const { return int(std::min(m_fields.size(), size_t(mostFields))); }
    /// Valid until next(); empty beyond the record's end.
    QByteArrayView field(int at) const;
    qint64 line() const { return m_line; } ///< where the record begins; from 1
    qsizetype position() const { return m_at; } ///< bytes read so far
    bool isTooWide() const { return m_fields.size() > size_t(mostFields); }
    bool isPlain() const { return m_scratch.isEmpty(); } ///< fields are valid as long as the text
    bool isUnclosed() const { return m_isUnclosed; } ///< a quote was open at the end

private:
    struct Span
    {
        qsizetype from;
        qsizetype size;
        bool isUnescaped; ///< in m_scratch, not in the text
    };
    void lineField();
    qsizetype returnBefore(qsizetype end);
    void plainField();
    void quotedField();
    void endLine();

    QByteArrayView m_text;
    QByteArray m_scratch;
    std::vector<Span> m_fields;
    qsizetype m_at = 0;
    qint64 m_line = 0;
    qint64 m_nextLine = 1;
    char m_separator;
    bool m_isUnclosed = false;
    qsizetype m_clear = 0; ///< before it there is no return behind m_at; for plain lines
};

/// The separator with which the first lines have the same, largest number of cells; 0 when no
/// separator gives more than one.
char guessSeparator(QByteArrayView text);

} // namespace models
