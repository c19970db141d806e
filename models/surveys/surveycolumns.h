// The columns of the surveys table as data.
#pragma once

#include "models/support/tablemodel.h"
#include "models/surveys/surveymodel.h"

namespace models {

/// In the order of SurveyModel::Column.
std::span<const Column<SurveyRow>> surveyColumns();

/// What the service has to tell for a cell of the column to have a value.
api::SurveyFigures figuresOf(int column);

} // namespace models
