// A survey as bytes for the local cache: every field, with a version in front.
#pragma once

#include "api/types/survey.h"

#include <QByteArray>

namespace models {

QByteArray toBytes(const api::Survey &survey);

/// Nothing for bytes of another version or that end too soon.
std::optional<api::Survey> surveyFromBytes(const QByteArray &bytes);

} // namespace models
