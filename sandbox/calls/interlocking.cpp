#include "sandbox/rules/interlocking.h"

#include "sandbox/calls/calls.h"
#include "sandbox/calls/lookup.h"
#include "sandbox/rules/values.h"

using namespace Qt::StringLiterals;

namespace sandbox::calls {

namespace {

Refusal invalidProject()
{
    return {422, u"Valid project ID is required!"_s};
}

/// The vendor words a change as a creation.
Reply interlocked(const Survey &survey)
{
    return json({{u"status"_s, 200},
                 {u"message"_s, u"Great! Interlocking was created successfully."_s},
                 {u"Interlocking"_s, survey.interlocking}});
}

} // namespace

Reply getInterlocking(Context &context, const Request &request)
{
    const Survey survey = findSurvey(context, projectIdOf(request.object()), invalidProject());
    if (survey.interlocking.isEmpty())
        throw Refusal {422, u"Interlocking data not found!"_s};
    return json({{u"status"_s, 200}, {u"message"_s, found()}, {u"data"_s, survey.interlocking}});
}

Reply createInterlocking(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    if (!body[u"qualification_code"_s].isArray())
        throw invalidParameters();
    QList<qint64> codes;
    for (const QJsonValue &value : body[u"qualification_code"_s].toArray()) {
        const auto code = wholeOf(value);
        if (!code)
            throw invalidParameters();
        codes.append(*code);
    }
    Survey survey = findSurvey(context, projectIdOf(body), invalidProject());
    requireOpen(survey);
    survey.interlocking = newGrid(survey, codes, context.now());
    context.store.save(survey);
    return interlocked(survey);
}

Reply updateInterlocking(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    Survey survey = findSurvey(context, projectIdOf(body), invalidProject());
    requireOpen(survey);
    updateGrid(survey, body[u"combinations"_s], context.now());
    context.store.save(survey);
    return interlocked(survey);
}

} // namespace sandbox::calls
