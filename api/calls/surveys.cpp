#include "api/calls/surveys.h"

#include "api/calls/build.h"
#include "api/codec/done.h"
#include "api/codec/survey.h"

namespace api::calls {

Request<SurveyPage> surveys(int page)
{
    auto request = build(Verb::Get, "endpoints/get_survey", Repeat::Read, codec::surveyPage);
    request.query.addQueryItem(QStringLiteral("page"), QString::number(page));
    return request;
}

Request<Survey> survey(const SurveyId &id)
{
    auto request = build(Verb::Get, "endpoints/get_survey", Repeat::Read, codec::survey);
    request.query.addQueryItem(QStringLiteral("project_id"), id.value);
    return forSurvey(request, id);
}

Request<QByteArray> rawSurvey(const SurveyId &id)
{
    auto request = build(Verb::Get, "endpoints/get_survey", Repeat::Read, codec::rawSurvey);
    request.query.addQueryItem(QStringLiteral("project_id"), id.value);
    return forSurvey(request, id);
}

Request<Survey> createSurvey(const NewSurvey &survey)
{
    auto request = build(Verb::Post, "endpoints/create_survey", Repeat::Never, codec::survey);
    request.body = QJsonDocument(codec::written(survey)).toJson(QJsonDocument::Compact);
    return request;
}

Request<SurveyUpdate> updateSurvey(const SurveyId &id, const SurveyChange &change)
{
    auto request =
        build(Verb::Patch, "endpoints/update_survey", Repeat::SetState, codec::surveyUpdate);
    QJsonObject body;
    if (change.loi)
        body.insert(QStringLiteral("loi"), QString::number(*change.loi));
    if (change.cpi)
        body.insert(QStringLiteral("cpi"), change.cpi->toWire());
    return withBody(request, id, body);
}

Request<Done> setSurveyStatus(const SurveyId &id, SurveyStatus status)
{
    auto request = build(Verb::Put, "endpoints/survey_status", Repeat::SetState, codec::done);
    return withBody(request, id, {{QStringLiteral("status"), QString::number(int(status))}});
}

} // namespace api::calls
