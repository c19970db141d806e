#include "models/interlocking/fittable.h"

#include "models/interlocking/flow.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace models {

namespace {

constexpr size_t mostCells = 200;
constexpr qint64 mostTotal = 1'000'000'000;
constexpr double mostSeed = 1e12;

FitProblem problem(FitProblem::Kind kind, size_t dimension, size_t option, qint64 needed,
                   double allowed)
{
    return {kind, {{qsizetype(dimension), qsizetype(option)}}, needed, allowed};
}

qint64 sum(const std::vector<qint64> &totals)
{
    return std::accumulate(totals.begin(), totals.end(), qint64(0));
}

/// What the cells of each option need at least and can take at most, by dimension.
struct Span
{
    double least = 0;
    double most = 0;
};

std::vector<std::vector<Span>> spansOf(const FitTable &table, const CellOptions &options)
{
    std::vector<std::vector<Span>> spans;
    for (const std::vector<qint64> &margin : table.margins)
        spans.emplace_back(margin.size());
    const size_t count = table.margins.size();
    for (size_t cell = 0; cell < table.size(); ++cell) {
        for (size_t dimension = 0; dimension < count; ++dimension) {
            double room = table.most[cell];
            for (size_t other = 0; other < count; ++other) {
                if (other != dimension)
                    room = std::min(room, double(table.margins[other][options[cell][other]]));
            }
            Span &span = spans[dimension][options[cell][dimension]];
            span.least += table.least[cell];
            span.most += room;
        }
    }
    return spans;
}

std::optional<FitProblem> findSmall(const FitTable &table, const CellOptions &options)
{
    const std::vector<std::vector<Span>> spans = spansOf(table, options);
    for (size_t dimension = 0; dimension < spans.size(); ++dimension) {
        for (size_t option = 0; option < spans[dimension].size(); ++option) {
            const qint64 needed = table.margins[dimension][option];
            const auto [least, most] = spans[dimension][option];
            if (double(needed) < least)
                return problem(FitProblem::TooSmall, dimension, option, needed, least);
            if (double(needed) > most)
                return problem(FitProblem::TooLarge, dimension, option, needed, most);
        }
    }
    return {};
}

/// The table summed over all but two dimensions; its limits are those that the sums must keep.
FitTable crossed(const FitTable &table, const CellOptions &options, size_t one, size_t other)
{
    FitTable cross {{table.margins[one], table.margins[other]}, {}, {}, {}};
    const size_t width = table.margins[other].size();
    const size_t size = table.margins[one].size() * width;
    for (std::vector<double> *const values : {&cross.seed, &cross.least, &cross.most})
        values->assign(size, 0);
    for (size_t cell = 0; cell < table.size(); ++cell) {
        const size_t at = options[cell][one] * width + options[cell][other];
        cross.seed[at] += table.seed[cell];
        cross.least[at] += table.least[cell];
        cross.most[at] += table.most[cell];
    }
    return cross;
}

/// Whether any numbers keep both margins; if not, the options that ask for too much together.
std::optional<FitProblem> findShortage(const FitTable &cross, size_t rowDimension)
{
    const int rows = int(cross.margins[0].size());
    const int columns = int(cross.margins[1].size());
    const int source = rows + columns;
    std::vector<qint64> rest(cross.margins[0]);
    rest.insert(rest.end(), cross.margins[1].begin(), cross.margins[1].end());
    CheapestFlow flow(source + 2);
    for (int cell = 0; cell < rows * columns; ++cell) {
        const auto least = qint64(cross.least[size_t(cell)]);
        const auto room = qint64(cross.most[size_t(cell)]) - least;
        rest[size_t(cell / columns)] -= least;
        rest[size_t(rows + cell % columns)] -= least;
        if (room > 0)
            flow.addEdge(cell / columns, rows + cell % columns, room);
    }
    qint64 wanted = 0;
    for (int row = 0; row < rows; ++row) {
        flow.addEdge(source, row, rest[size_t(row)]);
        wanted += rest[size_t(row)];
    }
    for (int column = 0; column < columns; ++column)
        flow.addEdge(rows + column, source + 1, rest[size_t(rows + column)]);
    const qint64 lacking = wanted - flow.send(source, source + 1);
    if (lacking == 0)
        return {};
    const std::vector<bool> isShort = flow.reachable(source);
    FitProblem found {FitProblem::TooLarge, {}, 0, 0};
    for (int row = 0; row < rows; ++row) {
        if (!isShort[size_t(row)])
            continue;
        found.places.append({qsizetype(rowDimension), row});
        found.needed += cross.margins[0][size_t(row)];
    }
    found.allowed = double(found.needed - lacking);
    return found;
}

} // namespace

size_t FitTable::optionAt(size_t dimension, size_t cell) const
{
    for (size_t later = margins.size() - 1; later > dimension; --later)
        cell /= margins[later].size();
    return cell % margins[dimension].size();
}

CellOptions optionsOf(const FitTable &table)
{
    CellOptions all(table.size());
    size_t step = table.size(); // from one run of an option's cells to the next
    for (size_t dimension = 0; dimension < table.margins.size(); ++dimension) {
        const size_t run = step / table.margins[dimension].size();
        for (size_t start = 0, option = 0; start < table.size(); start += run, ++option) {
            for (size_t cell = start; cell < start + run; ++cell)
                all[cell][dimension] = option % table.margins[dimension].size();
        }
        step = run;
    }
    return all;
}

tl::expected<FitTable, FitProblem> tableOf(const FitTask &task)
{
    const auto refused = tl::make_unexpected(FitProblem {});
    FitTable table;
    size_t size = 1;
    for (const QList<qint64> &totals : task.margins) {
        const bool isFine = std::ranges::all_of(
            totals, [](qint64 total) { return total >= 0 && total <= mostTotal; });
        size *= size_t(totals.size());
        if (!isFine || size == 0 || size > mostCells)
            return refused;
        table.margins.emplace_back(totals.begin(), totals.end());
    }
    const auto fits = [size](qsizetype count) { return count == 0 || size_t(count) == size; };
    if (table.margins.empty() || table.margins.size() > mostDimensions || !fits(task.seed.size())
        || !fits(task.least.size()) || task.minimum < 0 || task.maximum < task.minimum)
        return refused;
    for (std::vector<double> *const values : {&table.seed, &table.least, &table.most})
        values->reserve(size);
    for (size_t cell = 0; cell < size; ++cell) {
        const auto at = qsizetype(cell);
        const double seed = task.seed.isEmpty() ? 1 : task.seed[at];
        // Written so that what is no number is refused as well.
        if (!(seed >= 0 && seed <= mostSeed))
            return refused;
        const int least = task.least.isEmpty() ? 0 : task.least[at];
        table.seed.push_back(seed);
        table.least.push_back(seed > 0 ? std::max(task.minimum, least) : 0);
        table.most.push_back(seed > 0 ? std::max(task.maximum, least) : 0);
    }
    return table;
}

std::optional<FitProblem> findProblem(const FitTable &table)
{
    for (size_t dimension = 1; dimension < table.margins.size(); ++dimension) {
        const qint64 first = sum(table.margins[0]);
        const qint64 other = sum(table.margins[dimension]);
        if (first != other)
            return FitProblem {
                FitProblem::SumsDiffer, {{0, 0}, {qsizetype(dimension), 0}}, first, double(other)};
    }
    return findSmall(table, optionsOf(table));
}

std::optional<FitProblem> findPairProblem(const FitTable &table)
{
    const CellOptions options = optionsOf(table);
    for (size_t one = 0; one < table.margins.size(); ++one) {
        for (size_t other = one + 1; other < table.margins.size(); ++other) {
            if (const auto found = findShortage(crossed(table, options, one, other), one))
                return found;
        }
    }
    return {};
}

} // namespace models
