// Surveys read, and a new or changed one written.
#pragma once

#include "api/calls/request.h"
#include "api/types/survey.h"

#include <QJsonObject>

namespace api::codec {

Result<SurveyPage> surveyPage(const Answer &answer); ///< call 2
Result<Survey> survey(const Answer &answer); ///< calls 3 and 4
/// Call 3 as it came, byte by byte, when it holds a survey.
Result<QByteArray> rawSurvey(const Answer &answer);
Result<SurveyUpdate> surveyUpdate(const Answer &answer); ///< call 5

/// The body of call 4: numbers travel as strings (contract.md, send strictly).
QJsonObject written(const NewSurvey &survey);

} // namespace api::codec
