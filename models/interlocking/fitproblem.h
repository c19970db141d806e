// Why cells can't be found for given margins, with the margin and the numbers.
#pragma once

#include "models/interlocking/interlockinggrid.h"

namespace models {

/// One option of one dimension, by number.
struct MarginPlace
{
    qsizetype dimension = 0;
    qsizetype option = 0;
    bool operator==(const MarginPlace &) const = default;
};

struct FitProblem
{
    enum Kind {
        Malformed, ///< sizes, signs or limits that make no table
        SumsDiffer, ///< `places`: the first dimension and the one whose sum is another
        TooSmall, ///< together less than their cells need at least
        TooLarge, ///< together more than their open cells can take
        Apart, ///< no numbers at all; `allowed` is what the nearest ones bring the place to
        NotReached, ///< the rounds are used up; `allowed` is how near it came
        NotWhole, ///< there are numbers that keep every margin, but no whole ones: proved
        NotFound, ///< no whole numbers were found in `needed` tries; there may be some
    };
    Kind kind = Malformed;
    QList<MarginPlace> places {};
    qint64 needed = 0; ///< SumsDiffer: the sum of the first
    double allowed = 0; ///< SumsDiffer: the sum of the second
    bool operator==(const FitProblem &) const = default;
};

/// The sentence; without `names` options are told by number: "Option 2 of margin 1".
QString problemText(const FitProblem &problem, const QList<GridDimension> &names = {});

} // namespace models
