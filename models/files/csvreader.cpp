#include "models/files/csvreader.h"

#include <array>
#include <cstring>

namespace models {

CsvReader::CsvReader(QByteArrayView text, char separator)
    : m_text(text)
    , m_separator(separator)
{
}

QByteArrayView CsvReader::field(int at) const
{
    if (at < 0 || at >= size())
        return {};
    const Span &span = m_fields[size_t(at)];
    const QByteArrayView from = span.isUnescaped ? QByteArrayView(m_scratch) : m_text;
    return from.sliced(span.from, span.size);
}

bool CsvReader::next()
{
    m_fields.clear();
    if (!m_scratch.isEmpty())
        m_scratch.clear();
    if (m_at >= m_text.size())
        return false;
    m_line = m_nextLine;
    if (m_separator == 0) {
        lineField();
        endLine();
        return true;
    }
    for (;;) {
        if (m_at < m_text.size() && m_text[m_at] == '"')
            quotedField();
        else
            plainField();
        if (m_at >= m_text.size() || m_text[m_at] == '\r' || m_text[m_at] == '\n')
            break;
        ++m_at; // the separator
    }
    endLine();
    return true;
}

/// Lines are most of what is read, so they are looked for by the machine's fastest way.
void CsvReader::lineField()
{
    const char *const begin = m_text.data() + m_at;
    const auto *const feed =
        static_cast<const char *>(std::memchr(begin, '\n', size_t(m_text.size() - m_at)));
    const qsizetype end = returnBefore(feed ? feed - m_text.data() : m_text.size());
    m_fields.push_back({m_at, end - m_at, false});
    m_at = end;
}

/// Where a return ends the line before `end`, else `end`. Looks ahead for many lines at once.
qsizetype CsvReader::returnBefore(qsizetype end)
{
    constexpr qsizetype ahead = 16 * 1024;
    m_clear = std::max(m_clear, m_at);
    if (m_clear < end) {
        const qsizetype until = std::min(m_text.size(), std::max(end, m_clear + ahead));
        const auto *const back = static_cast<const char *>(
            std::memchr(m_text.data() + m_clear, '\r', size_t(until - m_clear)));
        m_clear = back ? back - m_text.data() : until;
    }
    return std::min(m_clear, end);
}

void CsvReader::plainField()
{
    const qsizetype from = m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '\n' || c == '\r' || c == m_separator)
            break;
        ++m_at;
    }
    if (m_fields.size() <= size_t(mostFields))
        m_fields.push_back({from, m_at - from, false});
}

void CsvReader::quotedField()
{
    const qsizetype from = m_scratch.size();
    ++m_at;
    for (;; ++m_at) {
        if (m_at >= m_text.size()) {
            m_isUnclosed = true;
            break;
        }
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            if (m_at >= m_text.size() || m_text[m_at] != '"')
                break;
        } else if (c == '\n' || (c == '\r' && !m_text.sliced(m_at + 1).startsWith('\n'))) {
            ++m_nextLine;
        }
        if (m_scratch.size() - from < longestQuoted)
            m_scratch += c;
    }
    // What stands behind the closing quote belongs to the cell, as spreadsheets read it.
    while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\r'
           && m_text[m_at] != '\n') {
        if (m_scratch.size() - from < longestQuoted)
            m_scratch += m_text[m_at];
        ++m_at;
    }
    if (m_fields.size() <= size_t(mostFields))
        m_fields.push_back({from, m_scratch.size() - from, true});
}

void CsvReader::endLine()
{
    if (m_at < m_text.size() && m_text[m_at] == '\r')
        ++m_at;
    else if (m_at < m_text.size()) {
        ++m_at;
        ++m_nextLine;
        return;
    }
    if (m_at < m_text.size() && m_text[m_at] == '\n')
        ++m_at;
    ++m_nextLine;
}

char guessSeparator(QByteArrayView text)
{
    constexpr int looked = 20;
    constexpr std::array separators {'\t', ';', ',', '|'};
    char best = 0;
    int most = 1;
    for (const char separator : separators) {
        CsvReader reader(text, separator);
        int cells = 0;
        bool isSteady = true;
        for (int i = 0; i < looked && isSteady && reader.next(); ++i) {
            isSteady = cells == 0 || reader.size() == cells
                || (reader.size() == 1 && reader.field(0).isEmpty());
            cells = std::max(cells, reader.size());
        }
        if (isSteady && cells > most) {
            best = separator;
            most = cells;
        }
    }
    return best;
}

} // namespace models
