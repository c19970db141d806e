#include "models/interlocking/gridpaste.h"

#include "models/interlocking/headedblock.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct GridPasteText
{
    Q_DECLARE_TR_FUNCTIONS(models::GridPaste)
};

/// A flat grid is pasted into as if its combinations were the options of one qualification.
QList<GridDimension> pasteDimensions(const InterlockingGrid &grid)
{
    if (!grid.isFlat())
        return grid.dimensions;
    GridDimension only {GridPasteText::tr("Combination"), {}};
    for (const GridCellState &cell : grid.cells)
        only.options.append(cell.combination);
    return {only};
}

/// Where values go whose headings leave one side of the table open.
struct OpenSide
{
    bool areRows = false;
    bool areColumns = false;
    qsizetype first = -1; ///< cell of the selection from which on they are filled
};

class Paster
{
public:
    Paster(const InterlockingGrid &grid, qsizetype sideDimensions)
        : m_grid(grid)
        , m_dimensions(pasteDimensions(grid))
        , m_side(std::min(sideDimensions, m_dimensions.size()))
    {
        for (qsizetype i = m_side; i < m_dimensions.size(); ++i)
            m_columns *= m_dimensions[i].options.size();
    }

    tl::expected<GridPaste, QString> run(const CellBlock &block, const QList<QStringList> &rows)
    {
        const auto headed = readHeadings(m_dimensions, m_side, rows);
        if (!headed)
            return tl::make_unexpected(headed.error());
        if (headed->hasHeadings)
            return byName(*headed, block.value(0).value(0, -1));
        // Whatever stands beside the quotas in a list, the last column holds them.
        const bool isList = m_side == m_dimensions.size();
        for (qsizetype row = 0; row < rows.size(); ++row) {
            const QStringList texts = isList ? rows[row].mid(rows[row].size() - 1) : rows[row];
            for (qsizetype column = 0; column < texts.size(); ++column)
                put(block.value(row).value(column, -1), texts[column]);
        }
        return m_paste;
    }

private:
    tl::expected<GridPaste, QString> byName(const HeadedBlock &headed, qsizetype first)
    {
        const auto open = openSide(headed, first);
        if (!open)
            return tl::make_unexpected(open.error());
        const qsizetype only = m_side == m_dimensions.size() ? valueColumn(headed) : -1;
        for (qsizetype row = 0; row < headed.rows.size(); ++row) {
            for (qsizetype column = 0; column < headed.columns.size(); ++column) {
                const bool isTotal = headed.rows[row].isTotal || headed.columns[column].isTotal;
                if (isTotal || (only >= 0 && column != only))
                    continue;
                const QString text = headed.values[row].value(column);
                const auto place = placeOf(headed, row, column, *open);
                if (!place && !isBlankCell(text))
                    return tl::make_unexpected(GridPasteText::tr("The value “%1” has no heading.")
                                                   .arg(plain(text.left(40))));
                if (place && !putOnce(*place, text))
                    return tl::make_unexpected(GridPasteText::tr("There are two values for “%1”.")
                                                   .arg(plain(m_grid.names(*place).join(u", "_s))));
            }
        }
        return m_paste;
    }

    /// The headings have to name every qualification, or all of one side.
    tl::expected<OpenSide, QString> openSide(const HeadedBlock &headed, qsizetype first) const
    {
        OpenSide open {false, false, first};
        qsizetype missing = -1;
        for (qsizetype i = 0; i < m_dimensions.size(); ++i) {
            if (headed.namesDimension(i))
                continue;
            missing = missing < 0 ? i : missing;
            (i < m_side ? open.areRows : open.areColumns) = true;
        }
        bool isWhole = first >= 0 && open.areRows != open.areColumns;
        for (qsizetype i = 0; i < m_dimensions.size() && isWhole; ++i) {
            const bool isOpen = i < m_side ? open.areRows : open.areColumns;
            isWhole = isOpen != headed.namesDimension(i)
                && std::ranges::none_of(
                          isOpen || i < m_side ? headed.columns : headed.rows,
                          [i](const BlockLabel &label) { return label.options[i].has_value(); });
        }
        if (missing >= 0 && !isWhole)
            return tl::make_unexpected(
                GridPasteText::tr("The headings don’t say which option of %1 each value is for.")
                    .arg(plain(m_dimensions[missing].title)));
        return open;
    }

    /// Beside names in a list stand other figures too, shares for one: the last whole numbers.
    static qsizetype valueColumn(const HeadedBlock &headed)
    {
        for (qsizetype column = headed.columns.size() - 1; column > 0; --column) {
            const bool hasCounts =
                std::ranges::any_of(headed.values, [column](const QStringList &row) {
                    return countFromText(row.value(column)).has_value();
                });
            if (hasCounts && !headed.columns[column].isTotal)
                return column;
        }
        return 0;
    }

    /// -1 where an open side ends before it; nothing where no heading says it.
    std::optional<qsizetype> placeOf(const HeadedBlock &headed, qsizetype row, qsizetype column,
                                     const OpenSide &open) const
    {
        const qsizetype openRow = open.areRows ? open.first / m_columns + row : 0;
        const qsizetype openColumn = open.areColumns ? open.first % m_columns + column : 0;
        if (openColumn >= m_columns || openRow * m_columns >= m_grid.cells.size())
            return -1;
        qsizetype place = 0;
        for (qsizetype i = 0; i < m_dimensions.size(); ++i) {
            const qsizetype count = m_dimensions[i].options.size();
            const bool isOpen = i < m_side ? open.areRows : open.areColumns;
            const auto option = headed.rows[row].options[i] ? headed.rows[row].options[i]
                                                            : headed.columns[column].options[i];
            if (!isOpen && !option)
                return {};
            place = place * count + (isOpen ? 0 : *option);
        }
        return place + openRow * m_columns + openColumn;
    }

    bool putOnce(qsizetype cell, const QString &text)
    {
        if (cell >= 0 && m_taken.contains(cell))
            return false;
        m_taken.insert(cell);
        put(cell, text);
        return true;
    }

    void put(qsizetype cell, const QString &text)
    {
        const auto quota = quotaFromText(text);
        if (isBlankCell(text))
            ++m_paste.kept;
        else if (cell < 0)
            m_paste.outside.append(text);
        else if (!quota)
            m_paste.refused.append({cell, text});
        else if (m_grid.cells[cell].current != *quota)
            m_paste.edit.append({cell, m_grid.cells[cell].current, *quota});
    }

    const InterlockingGrid &m_grid;
    QList<GridDimension> m_dimensions;
    qsizetype m_side;
    qsizetype m_columns = 1; ///< of the table, without names and totals
    QSet<qsizetype> m_taken;
    GridPaste m_paste;
};

} // namespace

tl::expected<GridPaste, QString> paste(const InterlockingGrid &grid, qsizetype sideDimensions,
                                       const CellBlock &block, const QList<QStringList> &rows)
{
    return Paster(grid, sideDimensions).run(block, rows);
}

QString refusalText(const RefusedCell &refused)
{
    return GridPasteText::tr("“%1” isn’t a whole number from %2 to %3.")
        .arg(plain(refused.text.left(40)), countText(leastQuota), countText(mostQuota));
}

} // namespace models
