// How a person last had the files of a survey read: kept, and taken up by the next file.
#pragma once

#include "models/reconciliation/uidimport.h"

namespace models {

struct UidChoice
{
    QString sheet; ///< of a workbook; empty: the first
    QString columnName; ///< the header's word; empty without a header
    int column = -1; ///< from 0; -1: nothing was chosen yet
    bool hasHeader = false;
    bool operator==(const UidChoice &) const = default;
};

UidChoice choiceOf(const UidPreview &preview, const UidLayout &layout, const QString &sheet);

/// The layout for a file: the column of the name that was chosen, else the same place when the file
/// is as wide, else what the preview suggests.
UidLayout layoutFor(const UidPreview &preview, const UidChoice &choice);

QByteArray toJson(const UidChoice &choice);
UidChoice uidChoiceFromJson(const QByteArray &json); ///< an empty one for what can't be read

} // namespace models
