#include "models/files/csvreader.h"

#include <array>

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
    m_scratch.clear();
    if (m_at >= m_text.size())
        return false;
    m_line = m_nextLine;
    for (;;) {
        if (m_separator != 0 && m_at < m_text.size() && m_text[m_at] == '"')
            quotedField();
        else
            plainField();
        if (m_at >= m_text.size() || m_text[m_at] == '\r' || m_text[m_at] == '\n')
            break;
        ++m_at; // the separator
    }
    if (m_fields.size() > size_t(mostFields))
        m_fields.resize(size_t(mostFields));
    endLine();
    return true;
}

void CsvReader::plainField()
{
    const qsizetype from = m_at;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == '\n' || c == '\r' || (c == m_separator && c != 0))
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
        m_scratch += c;
    }
    // What stands behind the closing quote belongs to the cell, as spreadsheets read it.
    while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\r'
           && m_text[m_at] != '\n')
        m_scratch += m_text[m_at++];
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
