// How a computed figure of the surveys table came about, as its tooltip.
#pragma once

#include "models/surveys/surveymodel.h"

#include <QDateTime>

namespace models {

/// The formula with its figures, or all that needs a person; empty for columns that need no
/// explanation. `now` is in the person's time zone.
QString surveyTip(const SurveyRow &row, int column, const QDateTime &now);

} // namespace models
