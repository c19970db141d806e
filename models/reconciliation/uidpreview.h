// The first rows of a list of UIDs, and how it is probably to be read.
#pragma once

#include "models/files/textsource.h"

#include <QList>
#include <QStringList>

namespace models {

/// What to read: the text, and how a person calls it.
struct UidSource
{
    QString name;
    TextSource::Pointer text;
    char separator = 0; ///< where it is known, as of a workbook; 0 leaves it to the preview
};

/// How to read it. A separator of 0 means a UID a line.
struct UidLayout
{
    char separator = 0;
    int column = 0; ///< from 0
    bool hasHeader = false;
    int reasonColumn = -1; ///< of a reject list: why; -1 when it doesn't say
    bool operator==(const UidLayout &) const = default;
};

/// The first rows, and the layout that they suggest.
struct UidPreview
{
    static constexpr int mostRows = 50;

    UidLayout layout;
    QList<QStringList> rows; ///< all as they came, the header among them
    int columnCount() const;
    QString columnName() const; ///< the header's word; empty when there is none
};

/// For a worker thread when the text is long.
UidPreview previewUids(const UidSource &source);

} // namespace models
