// Writes a list of UIDs to a file that a person chose, whole or not at all.
#pragma once

#include "models/files/work.h"
#include "models/reconciliation/uidrows.h"

#include <QDate>
#include <QStringList>

#include <functional>
#include <optional>

namespace models {

enum class UidFormat {
    Text, ///< one a line, further columns behind tabs
    Csv, ///< a header, and cells that are safe in a spreadsheet
    Xlsx, ///< text cells below a header, in further sheets beyond 1,048,576 rows
    Json, ///< an array of strings, or of objects where there are several columns
};

struct UidExportOptions
{
    UidFormat format = UidFormat::Text;
    bool hasMark = false; ///< Csv: begins with a byte order mark, by which Excel knows UTF-8
    char separator = ','; ///< Csv: also ';' or a tab
    bool isGuarded = true; ///< Csv: a spreadsheet can't take a UID for a formula or a number
    bool operator==(const UidExportOptions &) const = default;
};

/// What is to be written. It owns what its cells are made of; a cell is valid until the next one is
/// asked for, row by row.
struct UidSheet
{
    QByteArrayList titles {"uid"};
    qsizetype size = 0; ///< rows
    std::function<QByteArrayView(qsizetype row, int column)> cell;
};

UidSheet sheetOf(SharedUids uids);
/// "ALGN4015 Bank switchers – reconciliation 2026-11-29", of parts that may be any text: without
/// what a file name can't hold, at most 120 letters of them, no ending.
QString exportName(const QStringList &parts, const QString &what, QDate day);
/// The UIDs of these rows; `withFindings` puts line, finding, reason and source beside them.
UidSheet sheetOf(UidRows::Pointer rows, UidOrder::Pointer order, bool withFindings);

struct UidExport
{
    bool isWritten = false;
    bool isCancelled = false;
    QString problem; ///< a whole sentence; empty when written or cancelled
};

/// What the path's ending means; Text for an unknown one.
UidFormat formatOf(const QString &path);
/// "txt", "csv", "xlsx" or "json"; nothing for another word.
std::optional<UidFormat> formatFromWord(const QString &word);

/// Pure; for a worker thread. What was there before survives every failure.
UidExport exportUids(const UidSheet &sheet, const QString &path, const UidExportOptions &options,
                     Work &work);

} // namespace models
