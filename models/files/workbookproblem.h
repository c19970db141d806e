// Why a workbook could not be written, in words.
#pragma once

#include <QString>

#include <xlsxwriter.h>

namespace models {

/// Closes the workbook, which writes it. Empty when nothing went wrong, here or before (`earlier`);
/// else the system's reason if there is one, as the library's own says little.
QString closedWorkbookProblem(lxw_workbook *book, lxw_error earlier);

} // namespace models
