// Finds the survey that a request is about, and says whether it may still be changed.
#pragma once

#include "sandbox/server/context.h"
#include "sandbox/server/refusal.h"

namespace sandbox {

/// The survey as the field has it now; throws `otherwise` if there is none of that id.
Survey findSurvey(Context &context, const QString &projectId, const Refusal &otherwise);

/// Throws 422 for a closed survey.
void requireOpen(const Survey &survey);

/// `project_id` of a body; throws 400 when there is none.
QString projectIdOf(const QJsonObject &body);

} // namespace sandbox
