// What is asked before a survey is completed or closed.
#pragma once

#include "api/types/survey.h"
#include "ui/widgets/prompt.h"

#include <optional>

namespace ui {

/// Closing is always asked for, since it is final. Completing is asked for while completes are
/// missing: the question says of which surveys, and how many. Nothing for what can be undone.
std::optional<Question> questionBefore(const QList<api::Survey> &surveys, api::SurveyStatus status);

} // namespace ui
