// How the headings of a table name the options of one qualification.
#pragma once

#include "models/interlocking/interlockinggrid.h"

#include <QHash>

#include <optional>

namespace models {

/// Case, blanks and the kind of dash don't count; "65+" is the range that goes on to the end.
class OptionHeadings
{
public:
    explicit OptionHeadings(const GridDimension &dimension);

    std::optional<qsizetype> find(const QString &text) const; ///< the option's number
    bool isTitle(const QString &text) const; ///< the qualification's own name

private:
    QString m_title;
    QHash<QString, qsizetype> m_places;
    std::optional<int> m_openStart; ///< of the highest range
    qsizetype m_open = 0;
};

/// "Total", "Sum" and the like.
bool isTotalHeading(const QString &text);

} // namespace models
