// Steps of editing a grid, each a list of cells with what they were and what they become.
#pragma once

#include "models/interlocking/interlockinggrid.h"
#include "models/support/cells.h"

#include <tl/expected.hpp>

namespace models {

struct CellEdit
{
    qsizetype cell = 0;
    int before = 0;
    int after = 0;
    bool operator==(const CellEdit &) const = default;
};

/// One step of undo. Cells that wouldn't change are not in it; empty: nothing to do.
using GridEdit = QList<CellEdit>;

/// A quota as a person writes it, or the sentence that says what it has to be.
tl::expected<int, QString> quotaFromText(const QString &text);

GridEdit setQuota(const InterlockingGrid &grid, qsizetype cell, int quota);
/// The first row of `block` into the rows under it; the first column into those beside it.
GridEdit fillDown(const InterlockingGrid &grid, const CellBlock &block);
GridEdit fillRight(const InterlockingGrid &grid, const CellBlock &block);
GridEdit backToSaved(const InterlockingGrid &grid, const QList<qsizetype> &cells);

} // namespace models
