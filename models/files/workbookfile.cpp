#include "models/files/workbookfile.h"

#include "models/files/exceltext.h"
#include "models/files/ziparchive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qint64 largestSheet = 64LL * 1024 * 1024 * 1024; // bytes; we wrote it ourselves

/// Counts the rows of a sheet that comes in pieces. No text holds "</row>": it would be escaped.
struct RowCounter
{
    qint64 rows = 0;
    qint64 bytes = 0;
    QByteArray before {}; ///< the end of the last piece, too short to hold a whole mark

    void take(QByteArrayView piece)
    {
        static const QByteArray mark = "</row>";
        const qsizetype part = mark.size() - 1;
        const QByteArray seam = before + piece.first(std::min(piece.size(), part)).toByteArray();
        rows += seam.count(mark) + piece.count(mark);
        const QByteArrayView last = piece.size() < part ? QByteArrayView(seam) : piece;
        before = last.last(std::min(last.size(), part)).toByteArray();
        bytes += piece.size();
    }
};

} // namespace

WorkbookFile::WorkbookFile(const QString &path)
    : m_path(path)
    , m_part(path + u".part-"_s + QUuid::createUuid().toString(QUuid::Id128))
{
    QFile probe(m_part); // the library gives no reason when it can't
    if (!probe.open(QIODevice::WriteOnly)) {
        m_reason = probe.errorString();
        return;
    }
    probe.close();
    QByteArray folder = QFile::encodeName(QFileInfo(m_part).absolutePath());
    lxw_workbook_options options {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    m_book = workbook_new_opt(QFile::encodeName(m_part).constData(), &options);
    if (!m_book)
        m_error = LXW_ERROR_MEMORY_MALLOC_FAILED;
}

WorkbookFile::~WorkbookFile()
{
    close();
    QFile::remove(m_part);
}

void WorkbookFile::wrote(lxw_worksheet *sheet, lxw_row_t row, lxw_error error)
{
    if (m_error == LXW_NO_ERROR)
        m_error = error;
    if (m_rows == 0 || m_last != std::pair(sheet, row))
        ++m_rows;
    m_last = {sheet, row};
}

lxw_worksheet *WorkbookFile::addSheet(const QByteArray &name)
{
    if (hasFailed())
        return nullptr;
    lxw_worksheet *const sheet =
        workbook_add_worksheet(m_book, name.isEmpty() ? nullptr : name.constData());
    if (!sheet)
        m_error = LXW_ERROR_MEMORY_MALLOC_FAILED;
    return sheet;
}

void WorkbookFile::putText(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                           QByteArrayView text, lxw_format *format)
{
    excelText(text, m_cell);
    m_bytes += m_cell.size();
    wrote(sheet, row, worksheet_write_string(sheet, row, column, m_cell.constData(), format));
}

/// Writes the file; the library frees the book.
bool WorkbookFile::close()
{
    if (!m_book)
        return false;
    errno = 0;
    const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
    if (error != LXW_NO_ERROR && errno != 0)
        m_reason = qt_error_string(errno);
    if (m_error == LXW_NO_ERROR)
        m_error = error;
    return !hasFailed();
}

/// The library doesn't say when a full disk cut its temporary files short: rows are missing then.
bool WorkbookFile::isWhole() const
{
    const auto archive = ZipArchive::open(m_part);
    if (!archive)
        return false;
    RowCounter counter;
    for (int sheet = 1;; ++sheet) {
        const QByteArray name = "xl/worksheets/sheet" + QByteArray::number(sheet) + ".xml";
        if (!archive->has(name))
            return counter.rows == m_rows && counter.bytes >= m_bytes;
        const auto read = archive->read(name, largestSheet, [&counter](QByteArrayView piece) {
            counter.take(piece);
            return true;
        });
        if (!read)
            return false;
    }
}

QString WorkbookFile::problem() const
{
    QString reason = m_reason.isEmpty() ? QString::fromUtf8(lxw_strerror(m_error)) : m_reason;
    while (reason.endsWith(u'.'))
        reason.chop(1);
    return tr("%1 can’t be written: %2. What was there before is unchanged.")
        .arg(QDir::toNativeSeparators(m_path), reason);
}

QString WorkbookFile::commit()
{
    if (!close())
        return problem();
    if (!isWhole()) {
        m_reason = tr("the disk has no room for it");
        return problem();
    }
    if (std::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData())
        != 0) {
        m_reason = qt_error_string();
        return problem();
    }
    return {};
}

} // namespace models
