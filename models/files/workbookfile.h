// An Excel workbook that is written whole or not at all, in constant memory.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <utility>
#include <xlsxwriter.h>

namespace models {

/// Grows in a file beside the one that is to be written, and so do the library's temporary files:
/// where the workbook has room, they have. Cells are written row by row, a sheet after the other.
class WorkbookFile
{
    Q_DECLARE_TR_FUNCTIONS(models::WorkbookFile)

public:
    explicit WorkbookFile(const QString &path);
    ~WorkbookFile(); ///< what wasn't committed is removed; what was there before is unchanged
    Q_DISABLE_COPY_MOVE(WorkbookFile)

    bool hasFailed() const { return !m_reason.isEmpty() || m_error != LXW_NO_ERROR; }
    lxw_workbook *book() const { return m_book; } ///< nullptr when it could not be begun
    lxw_worksheet *addSheet(const QByteArray &name = {}); ///< nullptr when that failed
    /// Any text but more than 32,767 UTF-16 units of it.
    void putText(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, QByteArrayView text,
                 lxw_format *format = nullptr);
    /// Notes that the library wrote a cell into the row, or why it didn't: the first error counts.
    void wrote(lxw_worksheet *sheet, lxw_row_t row, lxw_error error);

    /// Puts the workbook in place of `path`. Empty, or why not: a whole sentence.
    QString commit();

private:
    bool close();
    bool isWhole() const;
    QString problem() const;

    QString m_path;
    QString m_part;
    lxw_workbook *m_book = nullptr;
    lxw_error m_error = LXW_NO_ERROR;
    QString m_reason; ///< the system's, where there is one
    QByteArray m_cell;
    qint64 m_bytes = 0; ///< of the texts in all cells
    qint64 m_rows = 0; ///< that have cells, of all sheets
    std::pair<lxw_worksheet *, lxw_row_t> m_last {}; ///< sheet and row of the last cell
};

} // namespace models
