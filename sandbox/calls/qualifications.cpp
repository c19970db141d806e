#include "sandbox/rules/qualifications.h"

#include "sandbox/calls/calls.h"
#include "sandbox/calls/lookup.h"
#include "sandbox/calls/surveyjson.h"
#include "sandbox/rules/interlocking.h"
#include "sandbox/rules/quotas.h"
#include "sandbox/rules/values.h"

using namespace Qt::StringLiterals;

namespace sandbox::calls {

namespace {

Refusal noData()
{
    return {422, u"No data found against this survey!"_s};
}

Refusal notExists()
{
    return {422, u" Qualification not exists"_s};
}

/// A change of what is targeted takes along what was built on it.
void saveTargeting(Context &context, Survey &survey)
{
    dropStrayQuotas(survey);
    dropStrayGrid(survey);
    context.store.save(survey);
}

QJsonArray sentQualifications(Context &context, const Survey &survey, const QJsonObject &body)
{
    const QJsonArray read =
        readQualifications(body[u"qualifications"_s], context.reference, survey);
    if (read.isEmpty())
        throw invalidParameters();
    return read;
}

} // namespace

Reply getQualifications(Context &context, const Request &request)
{
    const Survey survey = findSurvey(context, request.projectId, noData());
    QJsonArray data;
    for (const QJsonValue &one : survey.qualifications) {
        if (request.qualificationId.isEmpty()
            || textOf(one[u"code"_s]) == request.qualificationId.trimmed())
            data.append(qualificationJson(one.toObject()));
    }
    if (data.isEmpty())
        throw noData();
    // The vendor's success carries 422 in the body; HTTP says 200.
    return json({{u"status"_s, 422}, {u"message"_s, found()}, {u"qualifications_data"_s, data}});
}

Reply addQualifications(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    Survey survey = findSurvey(context, projectIdOf(body), {422, u"Survey data not found!"_s});
    requireOpen(survey);
    const QJsonArray sent = sentQualifications(context, survey, body);
    QStringList existing;
    for (const QJsonValue &one : sent) {
        if (indexOf(survey, one[u"code"_s].toInteger()) >= 0)
            existing.append(one[u"name"_s].toString());
        survey.qualifications.append(one);
    }
    if (!existing.isEmpty())
        throw Refusal {422,
                       u" Qualification Already exists, Please Remove these qualification from "
                       "data & try again!"_s,
                       {{u"Question_exists"_s, existing.join(u',')}}};
    context.store.save(survey);
    return done(u" Qualification Saved successfully."_s);
}

Reply updateQualifications(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    Survey survey = findSurvey(context, projectIdOf(body), {422, u"Survey data not found!"_s});
    requireOpen(survey);
    for (const QJsonValue &one : sentQualifications(context, survey, body)) {
        const qsizetype index = indexOf(survey, one[u"code"_s].toInteger());
        if (index < 0)
            throw notExists();
        survey.qualifications[index] = one;
    }
    saveTargeting(context, survey);
    return done(u" Qualification Updated successfully."_s);
}

Reply deleteQualification(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    const auto code = wholeOf(body[u"qualification_code"_s]);
    if (!code)
        throw invalidParameters();
    Survey survey = findSurvey(context, projectIdOf(body), notExists());
    requireOpen(survey);
    const qsizetype index = indexOf(survey, *code);
    if (index < 0)
        throw notExists();
    survey.qualifications.removeAt(index);
    saveTargeting(context, survey);
    return done(u"Qualification deleted successfully."_s);
}

} // namespace sandbox::calls
