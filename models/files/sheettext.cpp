#include "models/files/sheettext.h"

#include "models/files/csvreader.h"
#include "models/files/exceltext.h"
#include "models/files/xlsxbook.h"

#include <algorithm>

namespace models {

namespace {

constexpr qsizetype longestCell = 4 * 32'767; // bytes; the file format's own limit

/// "AB12" is 27; -1 without letters.
qint64 columnOf(QByteArrayView reference)
{
    qint64 column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > CsvReader::mostFields)
            break;
        column = column * 26 + (c - 'A' + 1);
    }
    return column - 1;
}

QByteArray spelled(const QByteArray &cell)
{
    return cell.contains("_x") ? fromExcelText(cell) : cell;
}

void add(QByteArray &text, QByteArrayView piece)
{
    text.append(piece.first(std::min(piece.size(), longestCell - text.size())));
}

} // namespace

SharedStrings::SharedStrings(XmlEvents &events)
{
    events.start = [this](QByteArrayView name, const XmlEvents::Attributes &) {
        if (name == "si")
            m_text.clear();
        m_isPhonetic = m_isPhonetic || name == "rPh";
        m_isText = name == "t" && !m_isPhonetic;
    };
    events.text = [this](QByteArrayView piece) {
        if (m_isText)
            add(m_text, piece);
    };
    events.end = [this](QByteArrayView name) {
        m_isText = false;
        if (name == "rPh")
            m_isPhonetic = false;
        if (name == "si")
            m_strings.append(spelled(m_text));
    };
}

SheetText::SheetText(XmlEvents &events, const api::UidList &strings)
    : m_events(events)
    , m_strings(strings)
{
    events.start = [this](QByteArrayView name, const XmlEvents::Attributes &attributes) {
        if (name == "row") {
            const QByteArrayView number = attributes.value("r");
            const qint64 next = number.isEmpty() ? m_row + 1 : number.toByteArray().toLongLong();
            m_row = std::min(next, XlsxBook::mostRows + 1); // put() refuses more
            m_column = -1;
        } else if (name == "c") {
            beginCell(attributes);
        }
        m_isPhonetic = m_isPhonetic || name == "rPh";
        m_isText = (name == "v" || name == "t") && !m_isPhonetic;
    };
    events.text = [this](QByteArrayView piece) {
        if (m_isText)
            add(m_text, piece);
    };
    events.end = [this](QByteArrayView name) {
        m_isText = false;
        if (name == "rPh")
            m_isPhonetic = false;
        if (name == "c")
            endCell();
    };
}

void SheetText::beginCell(const XmlEvents::Attributes &attributes)
{
    const qint64 column = columnOf(attributes.value("r"));
    m_column = column < 0 ? m_column + 1 : column;
    m_isShared = attributes.value("t") == "s";
    m_isBoolean = attributes.value("t") == "b";
    m_text.clear();
}

void SheetText::endCell()
{
    if (m_text.isEmpty() || m_column >= CsvReader::mostFields)
        return;
    if (!m_isShared)
        return put(m_isBoolean ? QByteArray(m_text == "1" ? "TRUE" : "FALSE") : spelled(m_text));
    bool isNumber = false;
    const qlonglong index = m_text.toLongLong(&isNumber);
    if (!isNumber || index < 0 || index >= m_strings.size())
        return m_events.stop(tr("The workbook is damaged: a cell names a text that isn’t there."));
    put(m_strings.at(index));
}

void SheetText::put(QByteArrayView cell)
{
    if (m_row > XlsxBook::mostRows)
        return m_events.stop(tr("The sheet has more than 2,000,000 rows."));
    if (m_row < m_line || (m_row == m_line && m_column < m_tab))
        return m_events.stop(tr("The workbook is damaged: its cells are out of order."));
    const qint64 gap = m_row > m_line ? m_row - m_line + m_column : m_column - m_tab;
    if (m_out.size() + gap + 2 * cell.size() + 2 > XlsxBook::mostKept)
        return m_events.stop(tr("The sheet holds more than 100 MB of text."));
    if (m_row > m_line) {
        m_out.append(m_row - m_line, '\n');
        m_tab = 0;
    }
    m_out.append(m_column - m_tab, XlsxBook::separator);
    m_line = m_row;
    m_tab = m_column;
    const bool isQuoted = cell.contains('"') || cell.contains(XlsxBook::separator);
    if (!isQuoted && !cell.contains('\n') && !cell.contains('\r')) {
        m_out.append(cell);
        return;
    }
    if (isQuoted)
        m_out += '"';
    for (const char letter : cell)
        put(letter);
    if (isQuoted)
        m_out += '"';
}

void SheetText::put(char letter)
{
    // A line of the text is a row of the sheet, so that findings name the row.
    m_out += letter == '\n' || letter == '\r' ? ' ' : letter;
    if (letter == '"')
        m_out += '"';
}

} // namespace models
