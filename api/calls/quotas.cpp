#include "api/calls/quotas.h"

#include "api/calls/build.h"
#include "api/codec/done.h"
#include "api/codec/quota.h"

#include <QJsonArray>

namespace api::calls {

Request<QList<Quota>> quotas(const SurveyId &id)
{
    auto request = build(Verb::Get, "endpoints/qualifications_quota", Repeat::Read, codec::quotas);
    return forSurvey(request, id);
}

Request<Quota> quota(const SurveyId &id, QualificationCode code)
{
    auto request = build(Verb::Get, "endpoints/qualifications_quota", Repeat::Read, codec::quota);
    forSurvey(request, id);
    request.headers.append({"X-Qualification-Id", QByteArray::number(code.value)});
    return request;
}

Request<Done> saveQuotas(const SurveyId &id, const QList<Quota> &quotas)
{
    auto request = build(Verb::Post, "endpoints/save_quota", Repeat::SetState, codec::done);
    QJsonArray written;
    for (const Quota &one : quotas)
        written.append(codec::written(one));
    return withBody(request, id, {{QStringLiteral("quota"), written}});
}

} // namespace api::calls
