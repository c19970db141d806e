#include "models/interlocking/fittable.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace models {

namespace {

constexpr int mostSearchSteps = 100;

/// One margin's option and its cells.
struct Slice
{
    qint64 total;
    MarginPlace place;
    std::vector<size_t> cells;
    double mostLeast = 0; ///< above it and below leastMost no limit holds any cell
    double leastMost = std::numeric_limits<double>::infinity();
};

std::vector<Slice> slices(const FitTable &table)
{
    std::vector<Slice> all;
    const CellOptions options = optionsOf(table);
    for (size_t dimension = 0; dimension < table.margins.size(); ++dimension) {
        const size_t first = all.size();
        for (size_t option = 0; option < table.margins[dimension].size(); ++option) {
            all.push_back(
                {table.margins[dimension][option], {qsizetype(dimension), qsizetype(option)}, {}});
            all.back().cells.reserve(table.size() / table.margins[dimension].size());
        }
        for (size_t cell = 0; cell < table.size(); ++cell) {
            if (table.most[cell] <= 0)
                continue;
            Slice &slice = all[first + options[cell][dimension]];
            slice.cells.push_back(cell);
            slice.mostLeast = std::max(slice.mostLeast, table.least[cell]);
            slice.leastMost = std::min(slice.leastMost, table.most[cell]);
        }
    }
    return all;
}

/// `free` are the cells that no limit holds back: the sum is fixed + free × factor.
struct Reached
{
    double fixed = 0;
    double free = 0;
    double at(double factor) const { return fixed + free * factor; }
};

class Fitting
{
public:
    explicit Fitting(const FitTable &table)
        : m_table(table)
        , m_open(table.seed)
    {
    }

    /// Scales the slice to its total; how far off it was before, relative.
    double scale(const Slice &slice)
    {
        const auto total = double(slice.total);
        double sum = 0;
        double least = std::numeric_limits<double>::infinity();
        double most = 0;
        for (const size_t cell : slice.cells) {
            sum += m_open[cell];
            least = std::min(least, m_open[cell]);
            most = std::max(most, m_open[cell]);
        }
        const double quick = total / sum;
        const double up = std::max(quick, 1.0);
        const double down = std::min(quick, 1.0);
        if (least * down > slice.mostLeast && most * up < slice.leastMost) {
            // Neither before nor after it does a limit hold any cell back.
            for (const size_t cell : slice.cells)
                m_open[cell] *= quick;
            return std::abs(sum - total) / std::max(total, 1.0);
        }
        return scaleWithin(slice, total);
    }

    /// The same where limits hold cells back.
    double scaleWithin(const Slice &slice, double total)
    {
        const Reached reached = reach(slice, 1);
        const double error = std::abs(reached.at(1) - total) / std::max(total, 1.0);
        if (error == 0)
            return 0;
        const double factor = find(slice, reached, total);
        for (const size_t cell : slice.cells)
            m_open[cell] *= factor;
        return error;
    }

    double value(size_t cell) const
    {
        return std::clamp(m_open[cell], m_table.least[cell], m_table.most[cell]);
    }

    double sumOf(const Slice &slice) const { return reach(slice, 1).at(1); }

private:
    Reached reach(const Slice &slice, double factor) const
    {
        Reached reached;
        for (const size_t cell : slice.cells) {
            const double value = m_open[cell] * factor;
            if (value <= m_table.least[cell])
                reached.fixed += m_table.least[cell];
            else if (value >= m_table.most[cell])
                reached.fixed += m_table.most[cell];
            else
                reached.free += m_open[cell];
        }
        return reached;
    }

    /// The sum grows with the factor in straight pieces: jumps to where the present piece would
    /// meet the total, and halves the interval where that leads out of it.
    double find(const Slice &slice, Reached reached, double total) const
    {
        double low = 0;
        double high = std::numeric_limits<double>::infinity();
        double factor = 1;
        for (int step = 0; step < mostSearchSteps; ++step) {
            const double value = reached.at(factor);
            if (std::abs(value - total) <= 1e-13 * total)
                break;
            (value < total ? low : high) = factor;
            double next = reached.free > 0 ? (total - reached.fixed) / reached.free : -1;
            if (!(next > low && next < high))
                next = std::isinf(high) ? factor * 2 : (low + high) / 2;
            factor = next;
            reached = reach(slice, factor);
        }
        return factor;
    }

    const FitTable &m_table;
    std::vector<double> m_open; ///< the cells before their limits
};

} // namespace

FitEnd fitOnce(const FitTable &table, int rounds)
{
    const std::vector<Slice> all = slices(table);
    Fitting fitting(table);
    FitEnd ending;
    double worst = 1;
    for (; ending.fit.rounds <= rounds && worst > fitPrecision; ++ending.fit.rounds) {
        worst = 0;
        for (const Slice &slice : all)
            worst = std::max(worst, fitting.scale(slice));
    }
    --ending.fit.rounds; // the last one only saw that nothing was left to do
    for (size_t cell = 0; cell < table.size(); ++cell)
        ending.fit.cells.append(fitting.value(cell));
    if (worst <= fitPrecision)
        return ending;
    const auto distance = [&fitting](const Slice &slice) {
        return std::abs(fitting.sumOf(slice) - double(slice.total));
    };
    const Slice &off = *std::ranges::max_element(all, {}, distance);
    ending.problem =
        FitProblem {FitProblem::NotReached, {off.place}, off.total, fitting.sumOf(off)};
    return ending;
}

tl::expected<Fit, FitProblem> fit(const FitTable &table)
{
    FitEnd ending = fitOnce(table);
    if (!ending.problem)
        return ending.fit;
    const auto narrower = withForcedCells(table, ending.fit.cells);
    if (!narrower)
        return tl::make_unexpected(narrower.error());
    ending = fitOnce(*narrower);
    if (ending.problem)
        return tl::make_unexpected(*ending.problem);
    return ending.fit;
}

tl::expected<Fit, FitProblem> fit(const FitTask &task)
{
    const auto table = tableOf(task);
    if (!table)
        return tl::make_unexpected(table.error());
    if (const auto problem = findProblem(*table))
        return tl::make_unexpected(*problem);
    if (const FitEnd easy = fitOnce(*table, easyFitRounds); !easy.problem)
        return easy.fit;
    if (const auto problem = findPairProblem(*table))
        return tl::make_unexpected(*problem);
    return fit(*table);
}

} // namespace models
