// Steps of editing a grid, each a list of cells with what they were and what they become.
#pragma once

#include "models/interlocking/interlockinggrid.h"

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
/// The first of `cells` into all of them.
GridEdit fillDown(const InterlockingGrid &grid, QList<qsizetype> cells);
GridEdit backToSaved(const InterlockingGrid &grid, const QList<qsizetype> &cells);

/// Lines of a clipboard from `first` downward; of several columns the last one holds the quotas.
/// All or nothing: the sentence says which line doesn't fit, or that there are too many.
tl::expected<GridEdit, QString> paste(const InterlockingGrid &grid, qsizetype first,
                                      const QString &text);

} // namespace models
