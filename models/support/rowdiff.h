// The shortest way from one list of rows to another: what goes, what moves, what comes.
#pragma once

#include <QList>

namespace models {

/// One step; rows are counted as they stand when its turn comes.
struct RowStep
{
    enum Kind {
        Remove, ///< `count` rows from `row`
        Insert, ///< at `row`, `count` rows from the fresh list's `fresh`
        Move, ///< the one at `from` to `row`, counted with itself taken out
        Order, ///< all: the k-th is the one that was at order[k]
    };
    Kind kind = Remove;
    qsizetype row = 0;
    qsizetype count = 1;
    qsizetype from = 0;
    qsizetype fresh = 0;
    QList<qsizetype> order;
    bool operator==(const RowStep &) const = default;
};

/// `place[i]` is where the i-th present row is in the fresh list, -1 when it has gone; no place
/// comes twice. Removals first, then the fewest moves; beyond `manyMoves` one Order instead.
QList<RowStep> rowSteps(QList<qsizetype> place, qsizetype freshCount, qsizetype manyMoves = 64);

} // namespace models
