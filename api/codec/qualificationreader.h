// One qualification out of an answer, for the codecs that hold some.
#pragma once

#include "api/codec/json.h"
#include "api/types/qualification.h"

namespace api::codec {

/// Nothing when it has no code or an answer of it can't be read.
std::optional<Qualification> readQualification(const Element &element);

/// `qualification_code`, `qualification_id` or `id`.
std::optional<QualificationCode> readCode(const Element &element);

/// "25-34" or "25 - 34", also with an en dash.
std::optional<Range> readRange(const QString &written);

/// Zip codes as text, so that leading zeros stay.
std::optional<QStringList> readZips(const Found &value);

} // namespace api::codec
