#include "models/interlocking/wholesearch.h"

#include "models/interlocking/simplex.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace models {

namespace {

constexpr int mostTries = 400;
constexpr qint64 mostEffort = 40'000'000; ///< touched numbers: some ten milliseconds
constexpr double nearWhole = 1e-6;

/// Every option of every margin is a row; the rows that a cell counts into.
std::vector<size_t> rowsOf(const FitTable &table, size_t cell)
{
    std::vector<size_t> rows;
    size_t first = 0;
    for (size_t dimension = 0; dimension < table.margins.size(); ++dimension) {
        rows.push_back(first + table.optionAt(dimension, cell));
        first += table.margins[dimension].size();
    }
    return rows;
}

MarginPlace placeOf(const FitTable &table, size_t row)
{
    size_t dimension = 0;
    for (; row >= table.margins[dimension].size(); ++dimension)
        row -= table.margins[dimension].size();
    return {qsizetype(dimension), qsizetype(row)};
}

/// What is left of each margin when the cells have `values`.
template <typename Values>
std::vector<double> restOf(const FitTable &table, const Values &values)
{
    std::vector<double> rest;
    for (const std::vector<qint64> &margin : table.margins)
        rest.insert(rest.end(), margin.begin(), margin.end());
    for (size_t cell = 0; cell < table.size(); ++cell) {
        for (const size_t row : rowsOf(table, cell))
            rest[row] -= double(values[cell]);
    }
    return rest;
}

FitProblem apart(const FitTable &table, const std::vector<double> &missing)
{
    const auto isLess = [](double one, double other) { return std::abs(one) < std::abs(other); };
    const auto worst = std::ranges::max_element(missing, isLess);
    const MarginPlace place = placeOf(table, size_t(worst - missing.begin()));
    const qint64 needed = table.margins[size_t(place.dimension)][size_t(place.option)];
    return {FitProblem::Apart, {place}, needed, double(needed) - *worst};
}

/// A way for a cell to leave the floor of its fit, in whole steps.
struct Move
{
    size_t cell;
    qint64 low;
    qint64 high;
};

class WholeSearch
{
public:
    WholeSearch(const FitTable &table, const QList<double> &fitted)
        : m_table(table)
    {
        for (size_t cell = 0; cell < table.size(); ++cell)
            addMoves(cell, fitted[qsizetype(cell)]);
        m_rest = restOf(table, m_floors);
    }

    tl::expected<std::vector<qint64>, FitProblem> run()
    {
        if (descend())
            return m_floors;
        if (m_problem)
            return tl::make_unexpected(*m_problem);
        if (m_isCut)
            return tl::make_unexpected(FitProblem {FitProblem::NotFound, {}, m_tries});
        return tl::make_unexpected(FitProblem {FitProblem::NotWhole});
    }

private:
    /// Up to the ceiling costs what it moves away from the fit, less what staying would; every
    /// step farther, either way, costs a whole one.
    void addMoves(size_t cell, double fitted)
    {
        const auto least = qint64(m_table.least[cell]);
        const auto most = qint64(m_table.most[cell]);
        const qint64 floor = std::clamp(qint64(std::floor(fitted + nearWhole)), least, most);
        m_floors.push_back(floor);
        const double part = std::clamp(fitted - double(floor), 0.0, 1.0);
        const auto add = [this, cell](int sign, qint64 room, double cost) {
            if (room <= 0)
                return;
            m_columns.push_back({rowsOf(m_table, cell), sign, 0, cost});
            m_moves.push_back({cell, 0, room});
        };
        add(1, std::min<qint64>(most - floor, 1), 1 - 2 * part);
        add(1, most - floor - 1, 1);
        add(-1, floor - least, 1);
    }

    LinearAnswer solve()
    {
        std::vector<double> rest = m_rest;
        for (size_t move = 0; move < m_moves.size(); ++move) {
            LinearColumn &column = m_columns[move];
            column.room = double(m_moves[move].high - m_moves[move].low);
            for (const size_t row : column.rows)
                rest[row] -= column.sign * double(m_moves[move].low);
        }
        LinearAnswer answer = cheapestNumbers(rest, m_columns, m_effort);
        for (size_t move = 0; move < answer.values.size(); ++move)
            answer.values[move] += double(m_moves[move].low);
        return answer;
    }

    bool descend()
    {
        m_isCut = m_isCut || m_tries == mostTries;
        if (m_isCut)
            return false;
        ++m_tries;
        const LinearAnswer answer = solve();
        m_isCut = answer.outcome == LinearAnswer::CutShort;
        if (answer.outcome == LinearAnswer::Unmet && m_tries == 1)
            m_problem = apart(m_table, answer.missing);
        if (answer.outcome != LinearAnswer::Met)
            return false;
        const auto fraction = [&answer](size_t move) {
            return std::abs(answer.values[move] - std::round(answer.values[move]));
        };
        std::vector<size_t> moves(m_moves.size());
        std::iota(moves.begin(), moves.end(), size_t(0));
        const auto split = std::ranges::max_element(moves, {}, fraction);
        if (split == moves.end() || fraction(*split) < nearWhole)
            return take(answer.values);
        return branch(*split, answer.values[*split]);
    }

    bool branch(size_t at, double value)
    {
        const Move before = m_moves[at];
        const auto below = qint64(std::floor(value));
        const bool isUpFirst = value - double(below) > 0.5;
        for (const bool isUp : {isUpFirst, !isUpFirst}) {
            m_moves[at] = before;
            (isUp ? m_moves[at].low : m_moves[at].high) = isUp ? below + 1 : below;
            if (descend())
                return true;
        }
        m_moves[at] = before;
        return false;
    }

    bool take(const std::vector<double> &values)
    {
        for (size_t move = 0; move < values.size(); ++move)
            m_floors[m_moves[move].cell] += m_columns[move].sign * std::llround(values[move]);
        return true;
    }

    const FitTable &m_table;
    std::vector<qint64> m_floors;
    std::vector<double> m_rest;
    std::vector<LinearColumn> m_columns;
    std::vector<Move> m_moves;
    qint64 m_effort = mostEffort;
    qint64 m_tries = 0;
    bool m_isCut = false;
    std::optional<FitProblem> m_problem;
};

/// Cells that fitting left close to one of their limits.
struct Suspect
{
    size_t cell;
    bool isHigh;
};

std::vector<Suspect> suspects(const FitTable &table, const QList<double> &near)
{
    std::vector<Suspect> found;
    for (size_t cell = 0; cell < table.size(); ++cell) {
        qint64 around = 1;
        for (size_t dimension = 0; dimension < table.margins.size(); ++dimension)
            around = std::max(around, table.margins[dimension][table.optionAt(dimension, cell)]);
        const double close = 0.02 * double(around);
        const double value = near[qsizetype(cell)];
        if (table.most[cell] <= table.least[cell])
            continue;
        if (value - table.least[cell] < close)
            found.push_back({cell, false});
        else if (table.most[cell] - value < close)
            found.push_back({cell, true});
    }
    return found;
}

} // namespace

tl::expected<FitTable, FitProblem> withForcedCells(const FitTable &table, const QList<double> &near)
{
    std::vector<LinearColumn> columns;
    for (size_t cell = 0; cell < table.size(); ++cell)
        columns.push_back({rowsOf(table, cell), 1, table.most[cell] - table.least[cell], 0});
    const std::vector<double> rest = restOf(table, table.least);
    std::vector<Suspect> forced = suspects(table, near);
    qint64 effort = mostEffort;
    // The suspects move off their limits as far as they can together; what moves isn't forced.
    size_t before = 0;
    do {
        before = forced.size();
        for (LinearColumn &column : columns)
            column.cost = 0;
        for (const Suspect &suspect : forced)
            columns[suspect.cell].cost = suspect.isHigh ? 1 : -1;
        const LinearAnswer answer = cheapestNumbers(rest, columns, effort);
        if (answer.outcome == LinearAnswer::Unmet)
            return tl::make_unexpected(apart(table, answer.missing));
        if (answer.outcome == LinearAnswer::CutShort)
            return table;
        std::erase_if(forced, [&answer, &columns](const Suspect &suspect) {
            const double value = answer.values[suspect.cell];
            return (suspect.isHigh ? columns[suspect.cell].room - value : value) > nearWhole;
        });
    } while (before != forced.size());
    FitTable narrower = table;
    for (const auto &[cell, isHigh] : forced)
        (isHigh ? narrower.least : narrower.most)[cell] = (isHigh ? table.most : table.least)[cell];
    return narrower;
}

tl::expected<std::vector<qint64>, FitProblem> searchWhole(const FitTable &table,
                                                          const QList<double> &fitted)
{
    return WholeSearch(table, fitted).run();
}

} // namespace models
