// A brief as a JSON object: a member a field.
#pragma once

#include "models/briefs/brief.h"

namespace models {

/// Pure; takes any text. What is no JSON object has a problem instead of entries.
Brief briefFromJson(const QString &text);

} // namespace models
