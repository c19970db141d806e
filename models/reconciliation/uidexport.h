// Writes a list of UIDs to a file that a person chose, whole or not at all.
#pragma once

#include "api/types/uidlist.h"
#include "models/files/work.h"

#include <QString>

namespace models {

struct UidExport
{
    bool isWritten = false;
    bool isCancelled = false;
    QString problem; ///< a whole sentence; empty when written or cancelled
};

/// A path that ends in ".csv" gets a header "uid" and cells that are safe in a spreadsheet, any
/// other one UID a line. Pure; for a worker thread.
UidExport exportUids(const api::UidList &uids, const QString &path, Work &work);

} // namespace models
