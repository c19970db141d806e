#include "models/interlocking/carryover.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// Who a cell is: its options with their qualifications, in an order of their own.
QStringList keyOf(const InterlockingGrid &grid, qsizetype cell)
{
    if (grid.isFlat())
        return {grid.cells[cell].combination};
    const QStringList names = grid.names(cell);
    QStringList key;
    for (qsizetype i = 0; i < names.size(); ++i)
        key.append(grid.dimensions[i].title + QChar(0x1f) + names[i]);
    key.sort();
    return key;
}

QSet<QString> setOf(const QStringList &names)
{
    return {names.begin(), names.end()};
}

} // namespace

CarryOver carryOver(const InterlockingGrid &old, const InterlockingGrid &fresh)
{
    QHash<QStringList, qsizetype> place;
    for (qsizetype i = 0; i < fresh.cells.size(); ++i)
        place.insert(keyOf(fresh, i), i);
    CarryOver result;
    for (qsizetype i = 0; i < old.cells.size(); ++i) {
        const auto found = place.constFind(keyOf(old, i));
        if (found == place.cend()) {
            result.lost.append(old.cells[i].combination);
            continue;
        }
        ++result.kept;
        const int before = fresh.cells[*found].current;
        if (before != old.cells[i].current)
            result.edit.append({*found, before, old.cells[i].current});
    }
    return result;
}

InterlockingGrid crossedGrid(const QList<api::Qualification> &crossed)
{
    InterlockingGrid grid;
    qsizetype count = crossed.isEmpty() ? 0 : 1;
    for (const api::Qualification &qualification : crossed) {
        grid.dimensions.append({qualification.title, answerNames(qualification)});
        count *= grid.dimensions.last().options.size();
    }
    grid.cells.resize(count);
    return grid;
}

bool isOutdated(const InterlockingGrid &grid, const QList<api::Qualification> &ofSurvey)
{
    return std::ranges::any_of(grid.dimensions, [&ofSurvey](const GridDimension &dimension) {
        const auto found = std::ranges::find(ofSurvey, dimension.title, &api::Qualification::title);
        return found == ofSurvey.end() || setOf(answerNames(*found)) != setOf(dimension.options);
    });
}

} // namespace models
