#include "models/reconciliation/uidworkbook.h"

#include "models/files/workbookfile.h"

namespace models {

namespace {

constexpr qsizetype rowsBetweenChecks = 4096;

/// A sheet of its own with the titles, which further rows are written below.
lxw_worksheet *addSheet(WorkbookFile &book, const UidSheet &what)
{
    constexpr double width = 28;
    lxw_worksheet *const sheet = book.addSheet();
    if (!sheet)
        return nullptr;
    worksheet_set_column(sheet, 0, lxw_col_t(what.titles.size() - 1), width, nullptr);
    for (int column = 0; column < what.titles.size(); ++column)
        book.putText(sheet, 0, lxw_col_t(column), what.titles[column]);
    return sheet;
}

void fill(WorkbookFile &book, const UidSheet &what, Work &work, qsizetype mostRows)
{
    lxw_worksheet *sheet = addSheet(book, what);
    lxw_row_t row = 1;
    for (qsizetype i = 0; i < what.size && !book.hasFailed(); ++i) {
        if (row == mostRows) {
            sheet = addSheet(book, what);
            row = 1;
        }
        for (int column = 0; sheet && column < what.titles.size(); ++column)
            book.putText(sheet, row, lxw_col_t(column), what.cell(i, column));
        ++row;
        if (i % rowsBetweenChecks == 0) {
            work.setDone(i * 9 / 10, what.size);
            if (work.isCancelled())
                return;
        }
    }
}

} // namespace

UidExport writeUidWorkbook(const UidSheet &sheet, const QString &path, Work &work,
                           qsizetype mostRows)
{
    WorkbookFile book(path);
    fill(book, sheet, work, mostRows);
    if (work.isCancelled())
        return {.isWritten = false, .isCancelled = true, .problem = {}};
    const QString problem = book.commit();
    return {.isWritten = problem.isEmpty(), .isCancelled = false, .problem = problem};
}

} // namespace models
