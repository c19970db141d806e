// Calls and changes as tables to export, their cells worked out in the worker that writes them.
#pragma once

#include "models/activity/callmodel.h"
#include "models/activity/changemodel.h"
#include "models/files/tableexport.h"

namespace models {

/// The columns as they are shown, but with whole times ("2026-11-25T12:30:00+01:00").
ExportTable callTable(QList<CallRow> rows);
ExportTable changeTable(QList<ChangeRow> rows);

} // namespace models
