#include "models/files/atomicwriter.h"

#include <QDir>

#include <algorithm>
#include <cerrno>

namespace models {

namespace {
constexpr qsizetype bufferSize = 256 * 1024;
}

AtomicWriter::AtomicWriter(const QString &path)
    : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly))
        fail(m_file.errorString());
}

void AtomicWriter::fail(const QString &reason)
{
    m_problem = tr("%1 can’t be written: %2. What was there before is unchanged.")
                    .arg(QDir::toNativeSeparators(m_file.fileName()), reason);
    m_file.cancelWriting();
}

void AtomicWriter::put()
{
    // A write that was cut short leaves its reason in errno only.
    errno = 0;
    if (m_file.write(m_buffer) != m_buffer.size() || !m_file.flush())
        fail(errno != 0 ? qt_error_string(errno) : m_file.errorString());
    m_buffer.clear();
}

void AtomicWriter::write(QByteArrayView bytes)
{
    if (hasFailed())
        return;
    m_buffer.append(bytes);
    if (m_buffer.size() >= bufferSize)
        put();
}

bool AtomicWriter::commit()
{
    if (!hasFailed())
        put();
    const bool isWhole = m_file.commit();
    if (!isWhole && !hasFailed())
        fail(m_file.errorString());
    return isWhole && !hasFailed();
}

void AtomicWriter::discard()
{
    m_file.cancelWriting();
    m_file.commit();
}

namespace {

/// Full-width forms are read as the plain ones by spreadsheets.
bool looksLikeFormula(QByteArrayView text)
{
    constexpr QByteArrayView starts("=+-@\t\r");
    return !text.isEmpty()
        && (starts.contains(text.front()) || text.front() == '\0' || text.startsWith("\uff1d")
            || text.startsWith("\uff0b") || text.startsWith("\uff0d") || text.startsWith("\uff20"));
}

/// Digits alone, with an exponent or none, of which a spreadsheet's number would lose some.
bool losesDigits(QByteArrayView text)
{
    constexpr qsizetype keptDigits = 15;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto *const end = std::find_if_not(text.begin(), text.end(), isDigit);
    const qsizetype digits = end - text.begin();
    if (digits == 0)
        return false;
    if (end == text.end())
        return digits > keptDigits || (digits > 1 && text.front() == '0');
    return (*end == 'E' || *end == 'e') && end + 1 != text.end()
        && std::all_of(end + 1, text.end(), isDigit);
}

/// A formula or a number behind any number of apostrophes.
bool needsGuard(QByteArrayView text)
{
    while (text.startsWith('\''))
        text = text.sliced(1);
    return looksLikeFormula(text) || losesDigits(text);
}

} // namespace

QByteArrayView withoutGuard(QByteArrayView cell)
{
    return cell.startsWith('\'') && needsGuard(cell) ? cell.sliced(1) : cell;
}

QByteArray guarded(QByteArrayView text)
{
    QByteArray cell = needsGuard(text) ? QByteArray("'") : QByteArray();
    return cell += text;
}

QByteArray csvCell(QByteArrayView text, bool isGuarded)
{
    QByteArray cell = isGuarded ? guarded(text) : text.toByteArray();
    const bool needsQuotes = std::any_of(cell.cbegin(), cell.cend(), [](char c) {
        return c == '"' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t';
    });
    if (!needsQuotes)
        return cell;
    cell.replace('"', "\"\"");
    return '"' + cell + '"';
}

} // namespace models
