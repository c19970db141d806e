#include "models/interlocking/interlockinggrid.h"

#include "models/interlocking/optionorder.h"

#include <QHash>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace models {

namespace {

GridDimension dimensionOf(const api::InterlockedQualification &told,
                          const QList<api::Qualification> &ofSurvey)
{
    for (const api::Qualification &qualification : ofSurvey) {
        if (qualification.title != told.title)
            continue;
        if (const auto ordered = optionOrder(told.options, answerNames(qualification)))
            return {told.title, *ordered};
    }
    QStringList split = told.options.split(u',');
    for (QString &name : split)
        name = name.trimmed();
    return {told.title, split};
}

qsizetype size(const QList<GridDimension> &dimensions)
{
    return std::accumulate(dimensions.begin(), dimensions.end(), qsizetype(1),
                           [](qsizetype product, const GridDimension &dimension) {
                               return product * dimension.options.size();
                           });
}

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

bool explains(const QList<GridDimension> &dimensions, const QList<GridCellState> &cells)
{
    if (dimensions.isEmpty() || size(dimensions) != cells.size())
        return false;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (!isSameJoined(namesAt(dimensions, i).join(u','), cells[i].combination))
            return false;
    }
    return true;
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
    for (const api::InterlockedQualification &told : answer.qualifications)
        grid.dimensions.append(dimensionOf(told, ofSurvey));
    if (!explains(grid.dimensions, grid.cells))
        grid.dimensions.clear();
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
