// What a model answers whose cells are edited as in a spreadsheet.
#pragma once

#include "models/support/roles.h"

#include <QList>

namespace models {

constexpr int CellRole = FirstOwnRole; ///< the number of the cell that is edited; else nothing

/// StatusRole of such a cell.
enum class CellState { Saved, Changed };

/// Cells beside and under one another, row by row; -1 where there is none to edit.
using CellBlock = QList<QList<qsizetype>>;

} // namespace models
