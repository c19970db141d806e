#include "models/interlocking/gridseed.h"

#include "models/interlocking/gridmargins.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct GridSeedText
{
    Q_DECLARE_TR_FUNCTIONS(models::GridSeed)
};

QString called(const QString &name)
{
    return name.simplified().toCaseFolded();
}

QString listed(const QStringList &names)
{
    return u"“"_s + plain(names.join(u"”, “"_s)) + u'”';
}

/// Names in `names` that `others` doesn't have.
QStringList without(const QStringList &names, const QStringList &others)
{
    QStringList left;
    for (const QString &name : names) {
        const auto isSame = [&name](const QString &other) { return called(other) == called(name); };
        if (std::ranges::none_of(others, isSame))
            left.append(name);
    }
    return left;
}

const GridDimension *dimensionIn(const InterlockingGrid &grid, const QString &title)
{
    const auto isSame = [&title](const GridDimension &each) {
        return called(each.title) == called(title);
    };
    const auto found = std::ranges::find_if(grid.dimensions, isSame);
    return found == grid.dimensions.end() ? nullptr : &*found;
}

/// Whether the pattern over this qualification can be taken over: some option is in both.
bool isShared(const GridDimension &dimension, const GridDimension *there)
{
    return there && without(dimension.options, there->options).size() < dimension.options.size();
}

/// A cell's options of those qualifications that both grids have, in `shared`'s order.
QStringList keyOver(const QStringList &shared, const InterlockingGrid &grid, qsizetype cell)
{
    const QStringList names = grid.names(cell);
    QStringList key;
    for (const QString &title : shared) {
        for (qsizetype dimension = 0; dimension < names.size(); ++dimension) {
            if (called(grid.dimensions[dimension].title) == title)
                key.append(called(names[dimension]));
        }
    }
    return key;
}

QStringList remarksOn(const InterlockingGrid &other, const InterlockingGrid &grid)
{
    QStringList remarks;
    for (const GridDimension &dimension : grid.dimensions) {
        const GridDimension *const there = dimensionIn(other, dimension.title);
        if (!there) {
            remarks.append(
                GridSeedText::tr("That grid doesn’t interlock %1, so its options get equal shares.")
                    .arg(plain(dimension.title)));
            continue;
        }
        if (!isShared(dimension, there)) {
            remarks.append(
                GridSeedText::tr(
                    "The options of %1 have other names there, so they get equal shares.")
                    .arg(plain(dimension.title)));
            continue;
        }
        const QStringList lacking = without(dimension.options, there->options);
        const QStringList surplus = without(there->options, dimension.options);
        if (!lacking.isEmpty())
            remarks.append(GridSeedText::tr("%1: %2 isn’t there and takes the average.")
                               .arg(plain(dimension.title), listed(lacking)));
        if (!surplus.isEmpty())
            remarks.append(GridSeedText::tr("%1: %2 of that grid has no place here.")
                               .arg(plain(dimension.title), listed(surplus)));
    }
    for (const GridDimension &dimension : other.dimensions) {
        if (!dimensionIn(grid, dimension.title))
            remarks.append(
                GridSeedText::tr("%1 of that grid is summed over.").arg(plain(dimension.title)));
    }
    return remarks;
}

} // namespace

tl::expected<GridSeed, QString> seedFrom(const InterlockingGrid &other,
                                         const InterlockingGrid &grid)
{
    if (other.isFlat() || grid.isFlat())
        return tl::make_unexpected(
            GridSeedText::tr("The options of the cells aren’t known for certain in both grids, so "
                             "they can’t be matched."));
    QStringList shared;
    for (const GridDimension &dimension : grid.dimensions) {
        if (isShared(dimension, dimensionIn(other, dimension.title)))
            shared.append(called(dimension.title));
    }
    QHash<QStringList, double> sums;
    for (qsizetype cell = 0; cell < other.cells.size(); ++cell)
        sums[keyOver(shared, other, cell)] += other.cells[cell].current;
    GridSeed seed;
    double sum = 0;
    int found = 0;
    for (qsizetype cell = 0; cell < grid.cells.size(); ++cell) {
        seed.cells.append(sums.value(keyOver(shared, grid, cell), -1));
        sum += std::max(seed.cells.last(), 0.0);
        found += seed.cells.last() >= 0 ? 1 : 0;
    }
    if (shared.isEmpty() || sum <= 0)
        return tl::make_unexpected(
            GridSeedText::tr("The two grids have no options in common, so no pattern can be taken "
                             "over."));
    for (double &cell : seed.cells)
        cell = cell < 0 ? sum / found : cell;
    seed.remarks = remarksOn(other, grid);
    return seed;
}

} // namespace models
