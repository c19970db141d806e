// Spans of whole numbers, such as ages: what is wrong with them and how they are read.
#pragma once

#include "api/types/qualification.h"
#include "models/support/issue.h"

namespace models {

/// Errors for a range turned round and for two that overlap, a warning for one outside all of
/// `known` (empty: anything goes). The issues' field is empty.
QList<Issue> rangeIssues(const QList<api::Range> &ranges, const QList<api::Range> &known);

QString rangeText(const api::Range &range); ///< "18–24", for people

/// A span that goes on where `ranges` end and stays within `known`; what **Add range** offers.
api::Range nextRange(const QList<api::Range> &ranges, const QList<api::Range> &known);

} // namespace models
