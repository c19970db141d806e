// Cells of a table to the clipboard and back, as spreadsheets want them.
#pragma once

#include <QString>

class QTableView;

namespace models {
struct ExportTable;
}

namespace ui {

/// Tab-separated text and an HTML table, in the order that is seen, hidden columns left out. A text
/// with a tab, a quote or a line break is quoted, and one that a spreadsheet would take for a
/// formula is guarded as in CSV files. Does nothing without a selection. `withHeaders`: the
/// columns' names on top, those of the rows in front where they are shown, each level of a nested
/// header.
void copyCells(const QTableView &table, bool withHeaders);

/// The same of values: numbers without units or grouping in the person's locale, per cents with
/// their sign, dates as 2026-11-25.
void copyTable(const models::ExportTable &table, bool withHeaders);

/// The clipboard as text, or the cells of its HTML tables where there is no text.
QString clipboardText();

} // namespace ui
