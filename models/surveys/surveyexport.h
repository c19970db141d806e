// The surveys table as one to be written to a file: values, not the texts of the screen.
#pragma once

#include "models/files/tableexport.h"
#include "models/surveys/surveymodel.h"

namespace models {

/// `columns` (SurveyModel::Column) in the wanted order; the project ID stands in front, and what
/// is needed beside the completes.
ExportTable surveyExport(QList<SurveyRow> rows, const QList<int> &columns);

/// The same without the project ID, for the clipboard.
ExportTable surveyCells(QList<SurveyRow> rows, const QList<int> &columns);

} // namespace models
