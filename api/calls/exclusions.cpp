#include "api/calls/exclusions.h"

#include "api/calls/build.h"
#include "api/codec/done.h"
#include "api/codec/exclusion.h"

#include <QJsonArray>

namespace api::calls {

namespace {
constexpr const char *endpoint = "endpoints/exclusion";
}

Request<QList<SurveyId>> exclusions(const SurveyId &id)
{
    auto request = build(Verb::Get, endpoint, Repeat::Read, codec::exclusions);
    return forSurvey(request, id);
}

Request<Done> saveExclusions(const SurveyId &id, const QList<SurveyId> &excluded)
{
    auto request = build(Verb::Post, endpoint, Repeat::DetectableCreate, codec::done);
    QJsonArray ids;
    for (const SurveyId &one : excluded)
        ids.append(one.value);
    request.body = QJsonDocument(QJsonObject {{QStringLiteral("exclusion_project"), ids}})
                       .toJson(QJsonDocument::Compact);
    return forSurvey(request, id);
}

Request<Done> deleteExclusions(const SurveyId &id)
{
    auto request = build(Verb::Delete, endpoint, Repeat::SetState, codec::done);
    return forSurvey(request, id);
}

} // namespace api::calls
