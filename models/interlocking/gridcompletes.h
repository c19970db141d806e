// Completes of each cell, counted from a list of people with their answers.
#pragma once

#include "models/files/textsource.h"
#include "models/interlocking/interlockinggrid.h"

namespace models {

struct PeopleCount
{
    QList<int> cells; ///< of each cell of the grid
    int people = 0;
    int repeated = 0; ///< lines of a UID that was counted already
    int unknown = 0; ///< lines whose UID or options were not understood
    QList<qint64> unknownLines {}; ///< the first of them, from 1
    bool operator==(const PeopleCount &) const = default;
};

/// A line for each person: the UID and an option of every qualification, in columns of any order
/// where a heading names them by the qualifications' titles, otherwise the UID first. A plain
/// number counts into the range that holds it: 27 into "25-34". For worker threads.
PeopleCount countPeople(const InterlockingGrid &grid, const TextSource &text);

/// "118 people counted. 2 lines repeat a UID. 3 lines were not understood: 4, 17, 30."
QString peopleText(const PeopleCount &count);

/// The cells as pasted numbers: a line for each of the outer combinations.
QString cellsText(const InterlockingGrid &grid, const QList<int> &cells);

} // namespace models
