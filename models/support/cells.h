// What a model answers whose cells are edited as in a spreadsheet.
#pragma once

#include "models/support/roles.h"

#include <QList>

namespace models {

constexpr int CellRole = FirstOwnRole; ///< the number of the cell that is edited; else nothing

/// Of a header: the name on each of its levels (a list), where it has several.
constexpr int HeaderLevelsRole = CellRole + 1;

/// StatusRole of such a cell. Refused: what was pasted into it can't stand there.
enum class CellState { Saved, Changed, Refused };

/// Cells beside and under one another, row by row; -1 where there is none to edit.
using CellBlock = QList<QList<qsizetype>>;

} // namespace models
