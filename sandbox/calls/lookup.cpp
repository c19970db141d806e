#include "sandbox/calls/lookup.h"

#include "sandbox/rules/values.h"

using namespace Qt::StringLiterals;

namespace sandbox {

Survey findSurvey(Context &context, const QString &projectId, const Refusal &otherwise)
{
    std::optional<Survey> survey = context.store.survey(projectId);
    if (!survey)
        throw otherwise;
    if (survey->status == SurveyStatus::Active && context.field.play(*survey, context.now()))
        context.store.saveProgress({*survey});
    return *survey;
}

void requireOpen(const Survey &survey)
{
    if (survey.status == SurveyStatus::Closed)
        throw Refusal {422, u"The project has been closed and cannot be modified."_s};
}

QString projectIdOf(const QJsonObject &body)
{
    const QString id = textOf(body[u"project_id"_s]);
    if (id.isEmpty())
        throw invalidParameters();
    return id;
}

} // namespace sandbox
