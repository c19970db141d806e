// The part of a survey that is kept as one JSON text: what the buyer wished.
#pragma once

#include "sandbox/store/survey.h"

namespace sandbox {

QJsonObject toDetails(const Survey &survey);

/// Everything but number, id, status and the field's part, which have columns of their own.
Survey fromDetails(const QJsonObject &details);

} // namespace sandbox
