// Rules of surveys: what must be there when one is created, and what may be changed later.
#pragma once

#include "sandbox/seed/reference.h"
#include "sandbox/store/survey.h"

namespace sandbox {

/// The survey that a buyer asks for; 422 names the first rule that is broken. `today` is the first
/// day on which it may start.
Survey readSurvey(const QJsonObject &sent, const Reference &reference, QDate today);

/// LOI and CPI, if sent; 400 for values that can't be read, 422 for a CPI below the minimum.
void changeSurvey(Survey &survey, const QJsonObject &sent);

/// In cents: 6.00 for B2B, 1.75 for B2C, one cent for Health Care.
qint64 minimumCpi(int audience);

} // namespace sandbox
