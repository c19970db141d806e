#include "models/interlocking/fitting.h"

#include "models/interlocking/fittable.h"
#include "models/interlocking/wholesearch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace models {

namespace {

constexpr int mostSearchSteps = 100;

/// One margin's option: its cells are those from `first` on of the arrays of Slices.
struct Slice
{
    qint64 total = 0;
    MarginPlace place {};
    size_t first = 0;
    size_t count = 0;
    double mostLeast = 0; ///< above it and below leastMost no limit holds any cell
    double leastMost = std::numeric_limits<double>::infinity();
    bool isHeld = false; ///< a limit held a cell back when it was scaled last
};

/// The cells of every option beside each other, dimension after dimension.
struct Slices
{
    std::vector<Slice> all {};
    std::vector<size_t> cells {};
    std::vector<double> least {};
    std::vector<double> most {};

    explicit Slices(const FitTable &table)
    {
        const size_t size = table.size() * table.margins.size();
        cells.reserve(size);
        least.reserve(size);
        most.reserve(size);
        size_t step = table.size(); // from one run of an option's cells to the next
        for (size_t dimension = 0; dimension < table.margins.size(); ++dimension) {
            const size_t run = step / table.margins[dimension].size();
            for (size_t option = 0; option < table.margins[dimension].size(); ++option) {
                all.push_back({table.margins[dimension][option],
                               {qsizetype(dimension), qsizetype(option)},
                               cells.size()});
                for (size_t start = option * run; start < table.size(); start += step) {
                    for (size_t cell = start; cell < start + run; ++cell)
                        add(table, cell);
                }
            }
            step = run;
        }
    }

private:
    void add(const FitTable &table, size_t cell)
    {
        if (table.most[cell] <= 0)
            return;
        cells.push_back(cell);
        least.push_back(table.least[cell]);
        most.push_back(table.most[cell]);
        Slice &slice = all.back();
        ++slice.count;
        slice.mostLeast = std::max(slice.mostLeast, table.least[cell]);
        slice.leastMost = std::min(slice.leastMost, table.most[cell]);
    }
};

struct Extent
{
    double sum = 0;
    double least = std::numeric_limits<double>::infinity();
    double most = 0;

    void add(double value)
    {
        sum += value;
        least = std::min(least, value);
        most = std::max(most, value);
    }
};

/// `free` are the cells that no limit holds back: the sum is fixed + free × factor.
struct Reached
{
    double fixed = 0;
    double free = 0;

    double at(double factor) const { return fixed + free * factor; }
    void add(double open, double value, double least, double most)
    {
        if (value <= least)
            fixed += least;
        else if (value >= most)
            fixed += most;
        else
            free += open;
    }
};

class Fitting
{
public:
    explicit Fitting(const FitTable &table)
        : m_table(table)
        , m_slices(table)
        , m_open(table.seed)
        , m_near(table.size())
    {
    }

    std::vector<Slice> &slices() { return m_slices.all; }

    /// Scales the slice to its total; how far off it was before, relative.
    double scale(Slice &slice)
    {
        const auto total = double(slice.total);
        const auto freely = slice.isHeld ? std::nullopt : scaleFreely(slice, total);
        const double error = freely ? *freely : scaleWithin(slice, total);
        return error / std::max(total, 1.0);
    }

    double value(size_t cell) const
    {
        return std::clamp(m_open[cell], m_table.least[cell], m_table.most[cell]);
    }

    double sumOf(const Slice &slice) { return gather(slice).at(1); }

private:
    const size_t *cellsOf(const Slice &slice) const { return m_slices.cells.data() + slice.first; }

    /// Nothing where a limit holds any cell back, before or after.
    std::optional<double> scaleFreely(const Slice &slice, double total)
    {
        const Extent extent = extentOf(slice);
        const double factor = total / extent.sum;
        const bool isFree = extent.least * std::min(factor, 1.0) > slice.mostLeast
            && extent.most * std::max(factor, 1.0) < slice.leastMost;
        if (!isFree)
            return {};
        const size_t *const cells = cellsOf(slice);
        for (size_t i = 0; i < slice.count; ++i)
            m_open[cells[i]] *= factor;
        return std::abs(extent.sum - total);
    }

    double scaleWithin(Slice &slice, double total)
    {
        const Reached before = gather(slice);
        const double error = std::abs(before.at(1) - total);
        const Reached after = error > 0 ? find(slice, before, total) : before;
        slice.isHeld = after.fixed > 0;
        return error;
    }

    /// In two lanes, so that no addition waits for the one before it.
    Extent extentOf(const Slice &slice) const
    {
        const size_t *const cells = cellsOf(slice);
        const double *const open = m_open.data();
        Extent one;
        Extent other;
        size_t i = 0;
        for (; i + 1 < slice.count; i += 2) {
            one.add(open[cells[i]]);
            other.add(open[cells[i + 1]]);
        }
        if (i < slice.count)
            one.add(open[cells[i]]);
        return {one.sum + other.sum, std::min(one.least, other.least),
                std::max(one.most, other.most)};
    }

    /// Lays the slice's cells beside each other, as they are.
    Reached gather(const Slice &slice)
    {
        const size_t *const cells = cellsOf(slice);
        const double *const least = m_slices.least.data() + slice.first;
        const double *const most = m_slices.most.data() + slice.first;
        Reached reached;
        for (size_t i = 0; i < slice.count; ++i) {
            const double open = m_near[i] = m_open[cells[i]];
            reached.add(open, open, least[i], most[i]);
        }
        return reached;
    }

    /// Of the slice that was gathered last: scales its cells from what they were then.
    Reached reach(const Slice &slice, double factor)
    {
        const size_t *const cells = cellsOf(slice);
        const double *const least = m_slices.least.data() + slice.first;
        const double *const most = m_slices.most.data() + slice.first;
        Reached reached;
        for (size_t i = 0; i < slice.count; ++i) {
            const double value = m_open[cells[i]] = m_near[i] * factor;
            reached.add(m_near[i], value, least[i], most[i]);
        }
        return reached;
    }

    /// The sum grows with the factor in straight pieces: jumps to where the present piece would
    /// meet the total, and halves the interval where that leads out of it.
    Reached find(const Slice &slice, Reached reached, double total)
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
        return reached;
    }

    const FitTable &m_table;
    Slices m_slices;
    std::vector<double> m_open; ///< the cells before their limits
    std::vector<double> m_near; ///< those of one slice
};

} // namespace

FitEnd fitOnce(const FitTable &table, int rounds)
{
    Fitting fitting(table);
    FitEnd ending;
    double worst = 1;
    for (; ending.fit.rounds <= rounds && worst > fitPrecision; ++ending.fit.rounds) {
        worst = 0;
        for (Slice &slice : fitting.slices())
            worst = std::max(worst, fitting.scale(slice));
    }
    --ending.fit.rounds; // the last one only saw that nothing was left to do
    ending.fit.cells.reserve(qsizetype(table.size()));
    for (size_t cell = 0; cell < table.size(); ++cell)
        ending.fit.cells.append(fitting.value(cell));
    if (worst <= fitPrecision)
        return ending;
    const auto distance = [&fitting](const Slice &slice) {
        return std::abs(fitting.sumOf(slice) - double(slice.total));
    };
    const Slice &off = *std::ranges::max_element(fitting.slices(), {}, distance);
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
