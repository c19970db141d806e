// A brief as a CSV table: a row a field, or a header and a row.
#pragma once

#include "models/briefs/brief.h"

namespace models {

bool looksLikeCsv(const QString &text);

/// Pure; takes any text.
Brief briefFromCsv(const QString &text);

} // namespace models
