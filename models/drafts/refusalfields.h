// Which fields of a draft the server speaks of when it refuses to create the survey.
#pragma once

#include "api/types/apierror.h"
#include "models/support/issue.h"

namespace models {

/// Warnings, since the server may think otherwise another time: its own sentence beside each field
/// of draftrules.h that it names, in the wire's words ("project_start_date", "Start date"). Nothing
/// for what is no refusal, or names no field.
QList<Issue> refusalIssues(const api::ApiError &error);

} // namespace models
