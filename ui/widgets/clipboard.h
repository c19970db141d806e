// Cells of a table to the clipboard and back, as spreadsheets want them.
#pragma once

#include <QString>

class QTableView;

namespace ui {

/// Tab-separated text and an HTML table, in the order that is seen, hidden columns left out. A text
/// with a tab, a quote or a line break is quoted. Does nothing without a selection.
void copyCells(const QTableView &table, bool withHeaders);

/// The clipboard as text, or the cells of its HTML tables where there is no text.
QString clipboardText();

} // namespace ui
