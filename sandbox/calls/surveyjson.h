// Surveys in the form in which the vendor's server answers them.
#pragma once

#include "sandbox/store/survey.h"

namespace sandbox {

/// Numbers as text, except in `progress`; with qualifications and quotas.
QJsonObject surveyJson(const Survey &survey);

/// As `qualifications_data` of a survey: codes as numbers.
QJsonObject qualificationJson(const QJsonObject &qualification);

/// `name` is "qualification_id" or "qualification_code": the vendor's answers have either. Codes of
/// options are text, zip codes a list.
QJsonObject quotaJson(const QJsonObject &quota, const QString &name);

} // namespace sandbox
