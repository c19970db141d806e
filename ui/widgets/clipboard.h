// The selected cells of a table to the clipboard, as spreadsheets want them.
#pragma once

class QTableView;

namespace ui {

/// Tab-separated text and an HTML table, in the order that is seen, hidden columns left out. A text
/// with a tab, a quote or a line break is quoted. Does nothing without a selection.
void copyCells(const QTableView &table, bool withHeaders);

} // namespace ui
