// Any bytes as a block on the clipboard, pasted into grids of several shapes: whatever is set is a
// quota of a cell, once, and every text that isn't set is accounted for or refused with a reason.
#include "models/interlocking/gridpaste.h"

#include "models/files/pastedrows.h"

#include <QSet>

#include <cstdlib>

namespace {

models::InterlockingGrid gridOf(const QList<models::GridDimension> &dimensions)
{
    models::InterlockingGrid grid {dimensions, {}};
    qsizetype count = 1;
    for (const models::GridDimension &dimension : dimensions)
        count *= dimension.options.size();
    for (qsizetype cell = 0; cell < count; ++cell)
        grid.cells.append({{QString::number(cell)}, grid.names(cell).join(u','), 50, 50});
    return grid;
}

QList<models::InterlockingGrid> grids()
{
    const models::GridDimension age {
        QStringLiteral("Age"),
        {QStringLiteral("18-34"), QStringLiteral("35-54"), QStringLiteral("55-99")}};
    const models::GridDimension gender {QStringLiteral("Gender"),
                                        {QStringLiteral("Male"), QStringLiteral("Female")}};
    const models::GridDimension persons {
        QStringLiteral("Persons"), {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}};
    models::InterlockingGrid flat = gridOf({age, gender});
    flat.dimensions.clear();
    return {gridOf({age, gender}), gridOf({gender, persons, age}), gridOf({gender}), flat};
}

void check(const models::InterlockingGrid &grid, qsizetype side, const QList<QStringList> &rows)
{
    models::CellBlock block;
    qsizetype next = 0;
    for (const QStringList &row : rows) {
        QList<qsizetype> cells;
        for (qsizetype column = 0; column < row.size(); ++column, ++next)
            cells.append(next < grid.cells.size() ? next : -1);
        block.append(cells);
    }
    const auto plan = models::paste(grid, side, block, rows);
    if (!plan) {
        if (plan.error().isEmpty())
            std::abort();
        return;
    }
    QSet<qsizetype> seen;
    for (const models::CellEdit &edit : plan->edit) {
        const bool isCell = edit.cell >= 0 && edit.cell < grid.cells.size();
        const bool isQuota = edit.after >= models::leastQuota && edit.after <= models::mostQuota;
        if (!isCell || !isQuota || seen.contains(edit.cell))
            std::abort();
        seen.insert(edit.cell);
    }
    for (const models::RefusedCell &refused : plan->refused) {
        if (refused.cell < 0 || refused.cell >= grid.cells.size() || seen.contains(refused.cell)
            || models::refusalText(refused).isEmpty())
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(qMin(size, 4096UL)));
    const QList<QStringList> rows = models::rowsFromText(text);
    static const QList<models::InterlockingGrid> all = grids();
    for (const models::InterlockingGrid &grid : all) {
        for (qsizetype side = 1; side <= std::max(qsizetype(1), grid.dimensions.size()); ++side)
            check(grid, side, rows);
    }
    return 0;
}
