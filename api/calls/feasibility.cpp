#include "api/calls/feasibility.h"

#include "api/calls/build.h"
#include "api/codec/feasibility.h"

namespace api::calls {

Request<Feasibility> feasibility(const FeasibilityQuery &query)
{
    auto request = build(Verb::Get, "endpoints/getFeasibility", Repeat::Read, codec::feasibility);
    request.body = QJsonDocument(codec::written(query)).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace api::calls
