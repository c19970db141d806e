#include "api/calls/qualifications.h"

#include "api/calls/build.h"
#include "api/codec/done.h"
#include "api/codec/qualification.h"

#include <QJsonArray>

namespace api::calls {

namespace {

QJsonObject body(const QList<Targeting> &targeting)
{
    QJsonArray qualifications;
    for (const Targeting &one : targeting)
        qualifications.append(codec::written(one));
    return {{QStringLiteral("qualifications"), qualifications}};
}

} // namespace

Request<QList<Qualification>> qualifications(const SurveyId &id)
{
    auto request =
        build(Verb::Get, "endpoints/qualifications", Repeat::Read, codec::qualifications);
    return forSurvey(request, id);
}

Request<Qualification> qualification(const SurveyId &id, QualificationCode code)
{
    auto request = build(Verb::Get, "endpoints/qualifications", Repeat::Read, codec::qualification);
    forSurvey(request, id);
    request.headers.append({"X-Qualification-Id", QByteArray::number(code.value)});
    return request;
}

Request<Done> addQualifications(const SurveyId &id, const QList<Targeting> &targeting)
{
    auto request =
        build(Verb::Post, "endpoints/save_qualification", Repeat::DetectableCreate, codec::done);
    return withBody(request, id, body(targeting));
}

Request<Done> updateQualifications(const SurveyId &id, const QList<Targeting> &targeting)
{
    auto request =
        build(Verb::Patch, "endpoints/update_qualification", Repeat::SetState, codec::done);
    return withBody(request, id, body(targeting));
}

Request<Done> deleteQualification(const SurveyId &id, QualificationCode code)
{
    auto request =
        build(Verb::Delete, "endpoints/delete_qualification", Repeat::SetState, codec::done);
    return withBody(request, id,
                    {{QStringLiteral("qualification_code"), QString::number(code.value)}});
}

} // namespace api::calls
