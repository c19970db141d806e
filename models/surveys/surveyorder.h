// The order of surveys by one column, computed once for as long as the rows stay.
#pragma once

#include "models/surveys/surveymodel.h"

namespace models {

/// Places of `rows`, ascending by the raw values of `column` (SurveyModel::Column), equal ones as
/// they stand; names as people sort them. -1: as they stand.
QList<int> surveyOrder(const QList<SurveyRow> &rows, int column);

} // namespace models
