// A block from a spreadsheet with the headings that name the options of a grid.
#pragma once

#include "models/interlocking/interlockinggrid.h"

#include <optional>
#include <tl/expected.hpp>

namespace models {

/// The option of each dimension that a heading names; nothing where it names none.
struct BlockLabel
{
    QList<std::optional<qsizetype>> options;
    bool isTotal = false;
    bool operator==(const BlockLabel &) const = default;
};

/// The values of a block without its headings, and what these say of each row and column.
struct HeadedBlock
{
    QList<QStringList> values;
    QList<BlockLabel> rows;
    QList<BlockLabel> columns;
    bool hasHeadings = false;
    bool namesDimension(qsizetype dimension) const;
    bool operator==(const HeadedBlock &) const = default;
};

/// Headings are known by the options' names and the qualifications' titles, whatever their case and
/// dashes; "65+" is the range that goes on to the end. What holds no known name is no heading. Or
/// the sentence that names a heading which is no option of the grid.
tl::expected<HeadedBlock, QString> readHeadings(const QList<GridDimension> &dimensions,
                                                qsizetype sideDimensions,
                                                const QList<QStringList> &rows);

/// Blank or a dash: nothing was entered there.
bool isBlankCell(const QString &text);

} // namespace models
