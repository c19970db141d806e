// What a spreadsheet puts on the clipboard, as rows of cells.
#pragma once

#include <QList>
#include <QStringList>

namespace models {

/// Lines of tab-separated cells, blanks around each taken off; a quoted cell may hold tabs and line
/// breaks. Blank lines at the end are left out; never empty.
QList<QStringList> rowsFromText(const QString &text);

} // namespace models
