// Zip codes out of a file: text, CSV, or a workbook's first sheet.
#pragma once

#include "models/files/work.h"

#include <QString>

#include <tl/expected.hpp>

namespace models {

/// `text` is for zipCodesFromText(), which says what of it is no zip code.
struct ZipFile
{
    QString text;
    QString column; ///< "column 2 (ZIP)" where the file has several; empty: all of it was taken
    bool operator==(const ZipFile &) const = default;
};

/// A table gives the column in which most cells look like zip codes, without its header; where all
/// columns do the whole text is a list. Pure.
ZipFile zipTextFrom(QByteArrayView utf8, char separator = 0);

/// The error is a whole sentence for the person; a file beyond 8 MB of text is one. Blocks: for
/// worker threads.
tl::expected<ZipFile, QString> openZipFile(const QString &path, Work &work);

} // namespace models
