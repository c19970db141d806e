// Ranges such as age bands out of pasted text, with an account of everything that was left out.
#pragma once

#include "api/types/qualification.h"

#include <QStringList>

namespace models {

/// A part of the text that is no range, and why: a whole sentence.
struct LeftOutRange
{
    QString text; ///< at most 40 characters of it
    QString why;
    bool operator==(const LeftOutRange &) const = default;
};

/// `ranges` in the order of the text, without those that were there before or twice.
struct RangeText
{
    QList<api::Range> ranges;
    QList<api::Range> duplicates;
    QList<LeftOutRange> leftOut;
    bool operator==(const RangeText &) const = default;
};

/// Parts are told apart by new lines, tabs, commas and semicolons: "18-24", "18–24", "18 to 24",
/// "30" (a range of one), "65+" and "over 64" (to the end of `known`), "under 25" (from its
/// beginning). `known` are the qualification's own ranges, `present` those chosen already. Bounds
/// are whole numbers from 0 to 1,000,000.
RangeText rangesFromText(const QString &text, const QList<api::Range> &known,
                         const QList<api::Range> &present);

/// "3 ranges added · “abc” left out: This isn’t a range such as 18-24." Empty for a text without
/// any part.
QString rangeSummary(const RangeText &found);

} // namespace models
