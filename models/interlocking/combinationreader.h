// Which options each combination of a grid crosses, though it is told as one joined text.
#pragma once

#include "api/types/interlocking.h"
#include "api/types/qualification.h"
#include "models/interlocking/interlockinggrid.h"

#include <tl/expected.hpp>

namespace models {

/// The qualifications with their options, and of each combination in the service's order its place
/// in row-major order over them.
struct CombinationReading
{
    QList<GridDimension> dimensions;
    QList<qsizetype> places;
    bool operator==(const CombinationReading &) const = default;
};

/// Combinations are matched by the options' names, in any order (contract.md, Values). `ofSurvey`
/// (call 7) tells the names; what it doesn't tell is split at the commas. Only a reading that gives
/// every combination a place of its own counts, and only when there is one such reading. Else the
/// sentence that says what stands against it.
tl::expected<CombinationReading, QString>
readCombinations(const api::Interlocking &answer, const QList<api::Qualification> &ofSurvey);

} // namespace models
