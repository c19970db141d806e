// A draft as JSON with a schema version: what a creation's row in the database holds.
#pragma once

#include "models/drafts/surveydraft.h"

#include <QJsonObject>

namespace models {

constexpr int draftSchema = 1;

QJsonObject toJson(const SurveyDraft &draft);

/// Nothing when the object isn't a draft or is of a newer schema. Members that are missing have
/// their defaults; fromJson(toJson(draft)) is `draft`.
std::optional<SurveyDraft> draftFromJson(const QJsonObject &object);

} // namespace models
