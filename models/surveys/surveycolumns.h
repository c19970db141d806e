// The columns of the surveys table as data.
#pragma once

#include "models/support/tablemodel.h"
#include "models/surveys/surveymodel.h"

namespace models {

/// In the order of SurveyModel::Column.
std::span<const Column<SurveyRow>> surveyColumns();

} // namespace models
