#include "models/reconciliation/uidworkbook.h"

#include "models/files/exceltext.h"
#include "models/files/workbookproblem.h"
#include "models/files/ziparchive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype rowsBetweenChecks = 4096;

struct UidWorkbookText
{
    Q_DECLARE_TR_FUNCTIONS(models::UidWorkbook)
};

UidExport failed(const QString &path, const QString &reason)
{
    return {.isWritten = false,
            .isCancelled = false,
            .problem =
                UidWorkbookText::tr("%1 can't be written: %2. What was there before is unchanged.")
                    .arg(QDir::toNativeSeparators(path), reason)};
}

/// The library's temporary files lie beside the wanted one: where that has room, they have.
lxw_workbook *begin(const QString &part)
{
    QByteArray folder = QFile::encodeName(QFileInfo(part).absolutePath());
    lxw_workbook_options options {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    return workbook_new_opt(QFile::encodeName(part).constData(), &options);
}

/// A sheet of its own with the titles, which further rows are written below.
lxw_worksheet *addSheet(lxw_workbook *book, const UidSheet &what)
{
    constexpr double width = 28;
    lxw_worksheet *const sheet = workbook_add_worksheet(book, nullptr);
    if (!sheet)
        return nullptr;
    worksheet_set_column(sheet, 0, lxw_col_t(what.titles.size() - 1), width, nullptr);
    for (int column = 0; column < what.titles.size(); ++column)
        worksheet_write_string(sheet, 0, lxw_col_t(column), what.titles[column].constData(),
                               nullptr);
    return sheet;
}

/// `bytes` counts what the cells' texts are in all.
lxw_error fill(lxw_workbook *book, const UidSheet &what, Work &work, qsizetype mostRows,
               qint64 &bytes)
{
    lxw_worksheet *sheet = nullptr;
    lxw_row_t row = 0;
    QByteArray text;
    for (qsizetype i = 0; i < what.size || !sheet; ++i) {
        if (!sheet || row == mostRows) {
            sheet = addSheet(book, what);
            if (!sheet)
                return LXW_ERROR_MEMORY_MALLOC_FAILED;
            row = 1;
        }
        for (int column = 0; i < what.size && column < what.titles.size(); ++column) {
            excelText(what.cell(i, column), text);
            bytes += text.size();
            const lxw_error error =
                worksheet_write_string(sheet, row, lxw_col_t(column), text.constData(), nullptr);
            if (error != LXW_NO_ERROR)
                return error;
        }
        ++row;
        if (i % rowsBetweenChecks == 0) {
            work.setDone(i * 9 / 10, what.size);
            if (work.isCancelled())
                return LXW_NO_ERROR;
        }
    }
    return LXW_NO_ERROR;
}

/// The library doesn't say when a full disk cut its temporary files short; their size does.
bool isWhole(const QString &part, qsizetype rows, qint64 bytes)
{
    constexpr qint64 leastTags = 20; // of a row
    const auto archive = ZipArchive::open(part);
    if (!archive)
        return false;
    qint64 size = 0;
    for (int sheet = 1; archive->has("xl/worksheets/sheet" + QByteArray::number(sheet) + ".xml");
         ++sheet)
        size += archive->sizeOf("xl/worksheets/sheet" + QByteArray::number(sheet) + ".xml");
    return size >= bytes + rows * leastTags;
}

} // namespace

UidExport writeUidWorkbook(const UidSheet &sheet, const QString &path, Work &work,
                           qsizetype mostRows)
{
    const QString part = path + u".part-"_s + QUuid::createUuid().toString(QUuid::Id128);
    const auto cleaning = qScopeGuard([&part] { QFile::remove(part); });
    {
        QFile probe(part); // the library has no reason to tell when it can't
        if (!probe.open(QIODevice::WriteOnly))
            return failed(path, probe.errorString());
    }
    lxw_workbook *const book = begin(part);
    if (!book)
        return failed(path, UidWorkbookText::tr("the workbook can't be begun"));
    qint64 bytes = 0;
    const lxw_error ofCells = fill(book, sheet, work, mostRows, bytes);
    const QString problem = closedWorkbookProblem(book, ofCells);
    if (work.isCancelled())
        return {.isWritten = false, .isCancelled = true, .problem = {}};
    if (!problem.isEmpty())
        return failed(path, problem);
    if (!isWhole(part, sheet.size, bytes))
        return failed(path, UidWorkbookText::tr("the disk has no room for it"));
    if (std::rename(QFile::encodeName(part), QFile::encodeName(path)) != 0)
        return failed(path, qt_error_string());
    return {.isWritten = true, .isCancelled = false, .problem = {}};
}

} // namespace models
