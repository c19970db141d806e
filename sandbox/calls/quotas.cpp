#include "sandbox/rules/quotas.h"

#include "sandbox/calls/calls.h"
#include "sandbox/calls/lookup.h"
#include "sandbox/calls/surveyjson.h"
#include "sandbox/rules/values.h"

using namespace Qt::StringLiterals;

namespace sandbox::calls {

Reply getQuotas(Context &context, const Request &request)
{
    const Refusal noData {422, u"No data found against this survey!"_s};
    const Survey survey = findSurvey(context, request.projectId, noData);
    const QString wanted = request.qualificationId.trimmed();
    // Asked for one the vendor calls it a code, asked for all an id.
    const QString name = wanted.isEmpty() ? u"qualification_id"_s : u"qualification_code"_s;
    QJsonArray data;
    for (const QJsonValue &quota : survey.quotas) {
        if (wanted.isEmpty() || textOf(quota[u"code"_s]) == wanted)
            data.append(quotaJson(quota.toObject(), name));
    }
    if (data.isEmpty())
        throw noData;
    return json({{u"status"_s, 200}, {u"message"_s, found()}, {u"quota_data"_s, data}});
}

Reply saveQuotas(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    Survey survey = findSurvey(context, projectIdOf(body), {422, u" Quota data not found!"_s});
    requireOpen(survey);
    if (body[u"quota"_s].toArray().isEmpty())
        throw invalidParameters();
    mergeQuotas(survey, body[u"quota"_s]);
    context.store.save(survey);
    return done(u"Quota Updated Successfully."_s);
}

} // namespace sandbox::calls
