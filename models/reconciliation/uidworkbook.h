// Writes UIDs into a workbook as text cells, in constant memory, over as many sheets as it takes.
#pragma once

#include "models/reconciliation/uidexport.h"

namespace models {

/// As exportUids(), to XLSX. `mostRows` is a sheet's, its header among them.
UidExport writeUidWorkbook(const UidSheet &sheet, const QString &path, Work &work,
                           qsizetype mostRows = 1'048'576);

} // namespace models
