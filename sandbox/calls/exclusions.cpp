#include "sandbox/calls/calls.h"
#include "sandbox/calls/lookup.h"
#include "sandbox/rules/values.h"

using namespace Qt::StringLiterals;

namespace sandbox::calls {

namespace {

Refusal noExclusions()
{
    return {400, u"Exclusion data not found!"_s};
}

} // namespace

Reply getExclusions(Context &context, const Request &request)
{
    const Survey survey = findSurvey(context, request.projectId, noExclusions());
    if (survey.exclusions.isEmpty())
        throw noExclusions();
    return json({{u"status"_s, 200},
                 {u"message"_s, found()},
                 {u"data"_s, QJsonObject {{u"exclusion_project"_s, survey.exclusions}}}});
}

Reply saveExclusions(Context &context, const Request &request)
{
    const QJsonArray sent = request.object()[u"exclusion_project"_s].toArray();
    if (sent.isEmpty())
        throw noExclusions();
    Survey survey = findSurvey(context, request.projectId, noExclusions());
    requireOpen(survey);
    for (const QJsonValue &value : sent) {
        const auto other = context.store.survey(textOf(value));
        if (!other
            || (other->status != SurveyStatus::Completed && other->status != SurveyStatus::Closed))
            throw Refusal {422, u"Provided Projects status must be complete or closed!"_s};
        if (!survey.exclusions.contains(other->projectId))
            survey.exclusions.append(other->projectId);
    }
    context.store.save(survey);
    return done(u"Exclusion data inserted successfully."_s);
}

Reply deleteExclusions(Context &context, const Request &request)
{
    Survey survey =
        findSurvey(context, request.projectId, {422, u"Valid project ID is required!"_s});
    requireOpen(survey);
    if (survey.exclusions.isEmpty())
        throw Refusal {404, u"No exclusion data found agian this project id!"_s};
    survey.exclusions = {};
    context.store.save(survey);
    return done(u"Exclusion data deleted successfully."_s);
}

} // namespace sandbox::calls
