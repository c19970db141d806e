// What a block pasted from a spreadsheet does to a grid: which cells it sets, and which it can't.
#pragma once

#include "models/interlocking/gridedits.h"

namespace models {

/// A pasted text that can't be the quota of its cell.
struct RefusedCell
{
    qsizetype cell = 0;
    QString text;
    bool operator==(const RefusedCell &) const = default;
};

struct GridPaste
{
    GridEdit edit; ///< of the cells that take their value
    QList<RefusedCell> refused;
    QStringList outside; ///< texts that have no cell to go to
    int kept = 0; ///< blank or a dash: the cell stays as it is
    bool operator==(const GridPaste &) const = default;
};

/// Rows and columns that name the options say where each value goes, in any order and on either
/// side; titles and totals around the values are left out. Without names the values go into
/// `block`, which has the size of `rows`. `sideDimensions` of the grid's dimensions stand at the
/// side of the table that is pasted into, the others on top (all of them: a list). Or the sentence
/// that says why nothing can be pasted.
tl::expected<GridPaste, QString> paste(const InterlockingGrid &grid, qsizetype sideDimensions,
                                       const CellBlock &block, const QList<QStringList> &rows);

/// "“n/a” isn’t a whole number from 1 to 10,000."
QString refusalText(const RefusedCell &refused);

} // namespace models
