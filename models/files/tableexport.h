// Writes a small table of values to CSV or XLSX, whole or not at all, in a worker.
#pragma once

#include "models/files/work.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <functional>

namespace models {

/// What a column holds: Text is written as text even where it looks like a number or a formula.
enum class CellKind {
    Text,
    Whole, ///< qlonglong
    Number, ///< double
    Percent, ///< double, 1 is 100 %
    Money, ///< qlonglong, hundredths
    Date, ///< QDate
};

struct ExportColumn
{
    QString title;
    CellKind kind = CellKind::Text;
};

/// `cell` is asked once for each cell, row by row, in the worker: it owns what it answers from. An
/// invalid answer is an empty cell.
struct ExportTable
{
    QString name; ///< of the sheet
    QList<ExportColumn> columns;
    qsizetype rowCount = 0;
    std::function<QVariant(qsizetype row, qsizetype column)> cell;
};

struct TableExport
{
    bool isWritten = false;
    bool isCancelled = false;
    QString problem; ///< a whole sentence; empty when written or cancelled
};

/// A path that ends in ".xlsx" becomes a workbook of one sheet (at most 1,048,575 rows, else a
/// problem), any other one CSV in UTF-8 with a mark that spreadsheets know it by; numbers with a
/// point and dates as 2026-11-25. What was there before survives a failure. Blocks: for workers.
TableExport exportTable(const ExportTable &table, const QString &path, Work &work);

} // namespace models
