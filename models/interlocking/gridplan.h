// What a grid's cells become when a total or margins are shared out over them.
#pragma once

#include "models/interlocking/gridedits.h"
#include "models/interlocking/gridmargins.h"

namespace models {

enum class PlanMethod {
    Evenly, ///< the total over all cells alike
    ByMargins, ///< the single qualifications' quotas, in proportion
    PastedMargins, ///< percentages or counts, a block for each qualification, blank lines between
    CurrentPattern, ///< the quotas, keeping the pattern of the current cells
    PastedPattern, ///< the quotas, keeping the pattern of a pasted cross-table
    OtherPattern, ///< the quotas, keeping the pattern of another survey's grid
    NewTotal, ///< the current cells and their margins in proportion to a new total
    Rebalance, ///< the margins close again though each cell keeps its pasted completes
};

struct PlanWish
{
    PlanMethod method = PlanMethod::Evenly;
    qint64 total = 0;
    QString pasted {};
    QList<double> seed {}; ///< OtherPattern: of each cell
    QList<int> completes {}; ///< Rebalance: of each cell, in place of pasted numbers
};

/// For each cell of the grid. `fitted` is what `cells` are the whole numbers of.
struct GridPlan
{
    QList<double> fitted;
    QList<int> cells;
    int rounds = 0;
    QString note {}; ///< what was made of the pasted numbers, a whole sentence; or empty
};

/// The plan, or the sentence that names the margin and the numbers that stand against it. Without
/// quotas re-balancing keeps the present margins. A flat grid can be planned evenly or anew.
tl::expected<GridPlan, QString> planGrid(const InterlockingGrid &grid, const MarginQuotas &quotas,
                                         const PlanWish &wish);

/// Whether the text is one number for each cell, row by row; what is no number is a heading.
bool holdsEveryCell(const InterlockingGrid &grid, const QString &text);

/// The step that applies it; empty when the plan is of another grid.
GridEdit planEdit(const InterlockingGrid &grid, const GridPlan &plan);

} // namespace models
