#include "models/interlocking/wholefit.h"

#include "models/interlocking/flow.h"
#include "models/interlocking/wholesearch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace models {

namespace {

constexpr double wholeWithin = 1e-7; ///< a fit so near to a whole number is taken for it
constexpr double costScale = 1e6;

/// Dimension `order[i]` of the task comes to the place i.
using Order = std::vector<size_t>;

std::vector<size_t> cellMap(const FitTable &table, const Order &order)
{
    std::vector<size_t> places;
    for (size_t cell = 0; cell < table.size(); ++cell) {
        size_t place = 0;
        for (const size_t dimension : order)
            place = place * table.margins[dimension].size() + table.optionAt(dimension, cell);
        places.push_back(place);
    }
    return places;
}

FitTable reordered(const FitTable &table, const Order &order)
{
    FitTable other = table;
    const std::vector<size_t> places = cellMap(table, order);
    for (size_t i = 0; i < order.size(); ++i)
        other.margins[i] = table.margins[order[i]];
    for (size_t cell = 0; cell < table.size(); ++cell) {
        other.seed[places[cell]] = table.seed[cell];
        other.least[places[cell]] = table.least[cell];
        other.most[places[cell]] = table.most[cell];
    }
    return other;
}

/// An order that depends on what the margins are, not on how they were listed.
Order steadyOrder(const FitTable &table)
{
    Order order(table.margins.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto isBefore = [&table](size_t one, size_t other) {
        const auto &a = table.margins[one];
        const auto &b = table.margins[other];
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    };
    std::ranges::stable_sort(order, isBefore);
    Order best = order;
    std::ranges::sort(order);
    do {
        bool isSteady = true;
        for (size_t i = 0; i < order.size() && isSteady; ++i)
            isSteady = table.margins[order[i]] == table.margins[best[i]];
        if (isSteady && reordered(table, order).seed < reordered(table, best).seed)
            best = order;
    } while (std::ranges::next_permutation(order).found);
    return best;
}

/// The first `depth` dimensions, crossed, are the rows; the next one has the columns.
FitTable step(const FitTable &table, const QList<double> &fitted, size_t depth,
              const std::vector<qint64> &rows)
{
    const std::vector<qint64> &columns = table.margins[depth];
    FitTable two {{rows, columns}, {}, {}, {}};
    const size_t size = rows.size() * columns.size();
    const size_t inside = table.size() / size;
    for (std::vector<double> *const values : {&two.seed, &two.least, &two.most})
        values->assign(size, 0);
    for (size_t cell = 0; cell < table.size(); ++cell) {
        two.seed[cell / inside] += fitted[qsizetype(cell)];
        two.least[cell / inside] += table.least[cell];
        two.most[cell / inside] += table.most[cell];
    }
    return two;
}

bool keepsMargins(const FitTable &table, const std::vector<qint64> &cells)
{
    for (size_t dimension = 0; dimension < table.margins.size(); ++dimension) {
        std::vector<qint64> sums(table.margins[dimension].size(), 0);
        for (size_t cell = 0; cell < cells.size(); ++cell)
            sums[table.optionAt(dimension, cell)] += cells[cell];
        if (sums != table.margins[dimension])
            return false;
    }
    for (size_t cell = 0; cell < cells.size(); ++cell) {
        if (double(cells[cell]) < table.least[cell] || double(cells[cell]) > table.most[cell])
            return false;
    }
    return true;
}

tl::expected<std::vector<qint64>, FitProblem> cascade(const FitTable &table,
                                                      const QList<double> &fitted)
{
    std::vector<qint64> cells = table.margins[0];
    for (size_t depth = 1; depth < table.margins.size(); ++depth) {
        const FitTable two = step(table, fitted, depth, cells);
        const auto refitted = fit(two);
        if (!refitted)
            return tl::make_unexpected(FitProblem {FitProblem::NotWhole});
        const auto rounded = roundBothWays(two, refitted->cells);
        if (!rounded)
            return rounded;
        cells = *rounded;
    }
    return cells;
}

} // namespace

tl::expected<std::vector<qint64>, FitProblem> roundBothWays(const FitTable &table,
                                                            const QList<double> &fitted)
{
    const int rows = int(table.margins[0].size());
    const int columns = int(table.margins[1].size());
    const int source = rows + columns;
    std::vector<qint64> rest(table.margins[0]);
    rest.insert(rest.end(), table.margins[1].begin(), table.margins[1].end());
    std::vector<qint64> cells;
    std::vector<int> edges;
    CheapestFlow flow(source + 2);
    for (int cell = 0; cell < rows * columns; ++cell) {
        const double value = fitted[cell];
        const bool isWhole = std::abs(value - std::round(value)) < wholeWithin;
        cells.push_back(qint64(isWhole ? std::round(value) : std::floor(value)));
        rest[size_t(cell / columns)] -= cells.back();
        rest[size_t(rows + cell % columns)] -= cells.back();
        // Up costs what it moves away from the fit, less what staying down would.
        const auto cost = std::llround((1 - 2 * (value - double(cells.back()))) * costScale);
        edges.push_back(isWhole ? -1
                                : flow.addEdge(cell / columns, rows + cell % columns, 1, cost));
    }
    qint64 wanted = 0;
    for (int node = 0; node < source; ++node) {
        if (node < rows)
            flow.addEdge(source, node, rest[size_t(node)]);
        else
            flow.addEdge(node, source + 1, rest[size_t(node)]);
        wanted += node < rows ? rest[size_t(node)] : 0;
    }
    if (flow.send(source, source + 1) != wanted)
        return tl::make_unexpected(FitProblem {FitProblem::NotWhole});
    for (size_t cell = 0; cell < cells.size(); ++cell)
        cells[cell] += edges[cell] < 0 ? 0 : flow.carried(edges[cell]);
    return cells;
}

tl::expected<WholeFit, FitProblem> fitWhole(const FitTask &task)
{
    const auto table = tableOf(task);
    if (!table)
        return tl::make_unexpected(table.error());
    if (const auto problem = findProblem(*table))
        return tl::make_unexpected(*problem);
    const Order order = steadyOrder(*table);
    const FitTable steady = reordered(*table, order);
    const auto refused = [&order](FitProblem problem) {
        for (MarginPlace &place : problem.places)
            place.dimension = qsizetype(order[size_t(place.dimension)]);
        return tl::make_unexpected(problem);
    };
    const FitEnd easy = fitOnce(steady, easyFitRounds);
    if (easy.problem) {
        if (const auto problem = findPairProblem(*table))
            return tl::make_unexpected(*problem);
    }
    auto fitted = easy.problem ? fit(steady) : easy.fit;
    const bool isSlow = !fitted && fitted.error().kind == FitProblem::NotReached;
    if (!fitted && !isSlow)
        return refused(fitted.error());
    auto cells =
        isSlow ? searchWhole(steady, fitOnce(steady).fit.cells) : cascade(steady, fitted->cells);
    if (!isSlow && !(cells && keepsMargins(steady, *cells)))
        cells = searchWhole(steady, fitted->cells);
    if (!cells)
        return refused(cells.error());
    if (isSlow) // whole numbers that do are the nearest that can be told
        fitted = Fit {QList<double>(cells->begin(), cells->end()), mostFitRounds};
    WholeFit whole {{}, {}, fitted->rounds};
    for (const size_t place : cellMap(*table, order)) {
        whole.fitted.append(fitted->cells[qsizetype(place)]);
        whole.cells.append(int((*cells)[place]));
    }
    return whole;
}

} // namespace models
