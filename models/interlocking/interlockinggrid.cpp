#include "models/interlocking/interlockinggrid.h"

#include "models/interlocking/combinationreader.h"

#include <QHash>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// Row-major: the last dimension runs fastest.
QStringList namesAt(const QList<GridDimension> &dimensions, qsizetype cell)
{
    QStringList names;
    for (auto dimension = dimensions.crbegin(); dimension != dimensions.crend(); ++dimension) {
        const qsizetype count = dimension->options.size();
        names.prepend(dimension->options[cell % count]);
        cell /= count;
    }
    return names;
}

} // namespace

QStringList answerNames(const api::Qualification &qualification)
{
    QStringList names;
    for (const api::Condition &condition : qualification.conditions)
        names.append(condition.name);
    for (const api::Range &range : qualification.ranges)
        names.append(u"%1-%2"_s.arg(range.from).arg(range.to));
    return names + qualification.zipCodes;
}

QStringList InterlockingGrid::names(qsizetype cell) const
{
    return isFlat() ? QStringList(cells[cell].combination) : namesAt(dimensions, cell);
}

qint64 InterlockingGrid::sum() const
{
    return std::accumulate(
        cells.begin(), cells.end(), qint64(0),
        [](qint64 total, const GridCellState &cell) { return total + cell.current; });
}

QList<qsizetype> InterlockingGrid::changed() const
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (cells[i].isChanged())
            found.append(i);
    }
    return found;
}

QList<api::CellChange> InterlockingGrid::changes() const
{
    QList<api::CellChange> all;
    for (const qsizetype i : changed())
        all.append({cells[i].id, cells[i].current});
    return all;
}

InterlockingGrid gridOf(const api::Interlocking &answer, const QList<api::Qualification> &ofSurvey)
{
    InterlockingGrid grid;
    for (const api::Combination &combination : answer.combinations)
        grid.cells.append(
            {combination.id, combination.option, combination.quota, combination.quota});
    const auto reading = readCombinations(answer, ofSurvey);
    if (!reading) {
        grid.flatReason = reading.error();
        return grid;
    }
    grid.dimensions = reading->dimensions;
    const QList<GridCellState> told = grid.cells;
    for (qsizetype i = 0; i < told.size(); ++i)
        grid.cells[reading->places[i]] = told[i];
    return grid;
}

MergedGrid merge(const InterlockingGrid &mine, const InterlockingGrid &server)
{
    QHash<api::CombinationId, qsizetype> place;
    for (qsizetype i = 0; i < mine.cells.size(); ++i)
        place.insert(mine.cells[i].id, i);
    MergedGrid merged {server, {}};
    for (qsizetype i = 0; i < server.cells.size(); ++i) {
        GridCellState &cell = merged.grid.cells[i];
        const auto found = place.constFind(cell.id);
        if (found == place.cend())
            continue;
        const GridCellState &before = mine.cells[*found];
        if (!before.isChanged())
            continue;
        cell.current = before.current;
        if (cell.saved != before.saved && cell.saved != before.current)
            merged.conflicts.append({i, before.saved, cell.saved, before.current});
    }
    return merged;
}

} // namespace models
