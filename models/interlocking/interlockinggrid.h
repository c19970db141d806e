// An interlocking grid as a person edits it: what is saved, what it is to be, and which options
// each cell crosses.
#pragma once

#include "api/types/interlocking.h"
#include "api/types/qualification.h"

#include <QStringList>

namespace models {

/// A crossed qualification with its options in the order of the cells.
struct GridDimension
{
    QString title;
    QStringList options;
    bool operator==(const GridDimension &) const = default;
};

struct GridCellState
{
    api::CombinationId id;
    QString combination; ///< as the server writes it: the options' names joined by commas
    int saved = 0; ///< what the server has
    int current = 0; ///< what it is to be
    bool isChanged() const { return saved != current; }
    bool operator==(const GridCellState &) const = default;
};

/// Cells are in row-major order over `dimensions`, whatever the order in which the service has
/// them. Names contain commas, so the dimensions are only there when they explain every cell's text
/// in one way; without them the grid is flat, in the service's order, and can be edited all the
/// same (contract.md, Values: read liberally).
struct InterlockingGrid
{
    QList<GridDimension> dimensions;
    QList<GridCellState> cells;
    QString flatReason {}; ///< why gridOf() found no dimensions, a whole sentence; else empty

    bool isFlat() const { return dimensions.isEmpty(); }
    QStringList names(qsizetype cell) const; ///< one for each dimension; flat: the combination
    qint64 sum() const; ///< of what is to be
    QList<qsizetype> changed() const;
    QList<api::CellChange> changes() const; ///< what call 17 is to send
    bool operator==(const InterlockingGrid &) const = default;
};

constexpr int leastQuota = 1; ///< of a cell: contract.md, Rules
constexpr int mostQuota = 10'000;

/// `ofSurvey` (call 7) tells the options' names; what it doesn't tell is taken from the answer
/// itself where only one reading of it fits.
InterlockingGrid gridOf(const api::Interlocking &answer, const QList<api::Qualification> &ofSurvey);

/// What a qualification's answers are called in a grid: options, ranges ("18-24"), ZIP codes.
QStringList answerNames(const api::Qualification &qualification);

/// A cell that the server changed while it was being edited here.
struct GridConflict
{
    qsizetype cell = 0;
    int before = 0;
    int theirs = 0;
    int mine = 0;
    bool operator==(const GridConflict &) const = default;
};

struct MergedGrid
{
    InterlockingGrid grid;
    QList<GridConflict> conflicts; ///< in these the grid holds mine over theirs
    bool operator==(const MergedGrid &) const = default;
};

/// Three ways: cells that weren't touched here take the server's value, the others keep theirs.
/// Cells are known by their ids; another set of cells replaces the grid.
MergedGrid merge(const InterlockingGrid &mine, const InterlockingGrid &server);

} // namespace models
