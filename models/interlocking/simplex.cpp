#include "models/interlocking/simplex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace models {

namespace {

constexpr double nearlyNothing = 1e-9;
constexpr int patience = 40; ///< steps without progress before the one rule that never circles

class Tableau
{
public:
    Tableau(const std::vector<double> &totals, const std::vector<LinearColumn> &columns,
            qint64 &effort)
        : m_given(columns)
        , m_effort(effort)
        , m_rows(totals.size())
        , m_columns(columns.size())
        , m_cells(m_rows * m_columns, 0)
        , m_isFull(m_columns, false)
    {
        for (size_t row = 0; row < m_rows; ++row) {
            m_signs.push_back(totals[row] < 0 ? -1 : 1);
            m_values.push_back(std::abs(totals[row]));
            m_basis.push_back(m_columns + row);
        }
        for (size_t column = 0; column < m_columns; ++column) {
            for (const size_t row : columns[column].rows)
                at(row, column) = m_signs[row] * columns[column].sign;
        }
    }

    /// The first phase brings in what is missing, the second looks for the cheapest. False: cut.
    bool run(bool isSecond)
    {
        m_isSecond = isSecond;
        price();
        int idle = 0;
        while (m_effort > 0) {
            const bool isFirst = idle > patience;
            const size_t entering = choose(isFirst);
            if (entering == m_columns)
                return true;
            idle = step(entering, isFirst) > nearlyNothing ? 0 : idle + 1;
        }
        return false;
    }

    double value(size_t column) const { return m_isFull[column] ? m_given[column].room : 0; }

    LinearAnswer answer(LinearAnswer::Outcome outcome) const
    {
        LinearAnswer answer {outcome, {}, std::vector<double>(m_rows, 0)};
        for (size_t column = 0; column < m_columns; ++column)
            answer.values.push_back(value(column));
        for (size_t row = 0; row < m_rows; ++row) {
            if (isMissing(row))
                answer.missing[m_basis[row] - m_columns] =
                    m_signs[m_basis[row] - m_columns] * m_values[row];
            else
                answer.values[m_basis[row]] = m_values[row];
        }
        return answer;
    }

    double missing() const
    {
        double sum = 0;
        for (size_t row = 0; row < m_rows; ++row)
            sum += isMissing(row) ? m_values[row] : 0;
        return sum;
    }

private:
    double &at(size_t row, size_t column) { return m_cells[row * m_columns + column]; }
    bool isMissing(size_t row) const { return m_basis[row] >= m_columns; }

    double most(size_t row) const
    {
        if (isMissing(row))
            return m_isSecond ? 0 : std::numeric_limits<double>::infinity();
        return m_given[m_basis[row]].room;
    }

    void price()
    {
        m_prices.assign(m_columns, 0);
        for (size_t column = 0; column < m_columns && m_isSecond; ++column)
            m_prices[column] = m_given[column].cost;
        for (size_t row = 0; row < m_rows; ++row) {
            const double cost = isMissing(row) ? (m_isSecond ? 0 : 1)
                : m_isSecond                   ? m_given[m_basis[row]].cost
                                               : 0;
            for (size_t column = 0; column < m_columns && cost != 0; ++column)
                m_prices[column] -= cost * at(row, column);
        }
        for (size_t row = 0; row < m_rows; ++row) {
            if (!isMissing(row))
                m_prices[m_basis[row]] = 0;
        }
    }

    /// The column with the best price, or the first with any; none: m_columns.
    size_t choose(bool isFirst) const
    {
        size_t best = m_columns;
        double gain = nearlyNothing;
        for (size_t column = 0; column < m_columns; ++column) {
            const double mine = m_isFull[column] ? m_prices[column] : -m_prices[column];
            if (mine <= gain || m_given[column].room <= 0)
                continue;
            best = column;
            gain = mine;
            if (isFirst)
                break;
        }
        return best;
    }

    /// How far the column goes until it or another meets its bound.
    double step(size_t column, bool isFirst)
    {
        const double direction = m_isFull[column] ? -1 : 1;
        double length = m_given[column].room;
        size_t leaving = m_rows;
        for (size_t row = 0; row < m_rows; ++row) {
            const double change = direction * at(row, column);
            if (std::abs(change) <= nearlyNothing)
                continue;
            const double room = change > 0 ? m_values[row] : most(row) - m_values[row];
            const double reach = std::max(room, 0.0) / std::abs(change);
            const bool isTied = leaving < m_rows && reach <= length + nearlyNothing
                && (isFirst ? m_basis[row] < m_basis[leaving]
                            : std::abs(change) > std::abs(at(leaving, column)));
            if (reach >= length - nearlyNothing && !isTied)
                continue;
            length = std::min(length, reach);
            leaving = row;
        }
        m_effort -= qint64(m_rows + m_columns);
        for (size_t row = 0; row < m_rows; ++row)
            m_values[row] -= length * direction * at(row, column);
        if (leaving == m_rows)
            m_isFull[column] = !m_isFull[column];
        else
            pivot(leaving, column, value(column) + direction * length);
        return length;
    }

    void pivot(size_t leaving, size_t column, double value)
    {
        const bool isUp = !isMissing(leaving) && m_values[leaving] > most(leaving) / 2;
        if (!isMissing(leaving))
            m_isFull[m_basis[leaving]] = isUp;
        m_basis[leaving] = column;
        m_isFull[column] = false;
        m_values[leaving] = value;
        double *const source = &m_cells[leaving * m_columns];
        const double factor = 1 / source[column];
        for (size_t each = 0; each < m_columns; ++each)
            source[each] *= factor;
        for (size_t row = 0; row <= m_rows; ++row) {
            double *const target = row < m_rows ? &m_cells[row * m_columns] : m_prices.data();
            const double share = target[column];
            if (row == leaving || share == 0)
                continue;
            for (size_t each = 0; each < m_columns; ++each)
                target[each] -= share * source[each];
            target[column] = 0;
            m_effort -= qint64(m_columns);
        }
    }

    const std::vector<LinearColumn> &m_given;
    qint64 &m_effort;
    size_t m_rows;
    size_t m_columns;
    std::vector<double> m_cells;
    std::vector<bool> m_isFull; ///< of those outside of the basis: at the upper bound
    std::vector<int> m_signs;
    std::vector<double> m_values; ///< of the basis
    std::vector<size_t> m_basis; ///< beyond the columns: what is missing of a total
    std::vector<double> m_prices;
    bool m_isSecond = false;
};

} // namespace

LinearAnswer cheapestNumbers(const std::vector<double> &totals,
                             const std::vector<LinearColumn> &columns, qint64 &effort)
{
    Tableau tableau(totals, columns, effort);
    if (!tableau.run(false))
        return {};
    double scale = 1;
    for (const double total : totals)
        scale = std::max(scale, std::abs(total));
    if (tableau.missing() > 1e-7 * scale)
        return tableau.answer(LinearAnswer::Unmet);
    if (!tableau.run(true))
        return {};
    return tableau.answer(LinearAnswer::Met);
}

} // namespace models
