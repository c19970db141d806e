// Opens a file with UIDs of whatever kind: text, CSV or an Excel workbook.
#pragma once

#include "models/reconciliation/uidimport.h"

namespace models {

struct UidFile
{
    UidSource source;
    QStringList sheets; ///< of a workbook; empty for text
    qsizetype sheet = 0; ///< which of them was read
    UidPreview preview;
};

/// Known by its contents, not only by its name. A `sheet` that isn't there means the first. The
/// error is a whole sentence for the person. Blocks: for worker threads.
tl::expected<UidFile, QString> openUidFile(const QString &path, const QString &sheet, Work &work);

/// As openUidFile() of standard input, which holds text. Blocks until its end.
tl::expected<UidFile, QString> inputUidFile();

} // namespace models
