// The pieces that the catalogue's functions are put together from.
#pragma once

#include "api/calls/request.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace api::calls {

template <class T>
Request<T> build(Verb verb, const char *endpoint, Repeat repeat,
                 Result<T> (*decode)(const Answer &))
{
    Request<T> request;
    request.verb = verb;
    request.endpoint = endpoint;
    request.repeat = repeat;
    request.decode = decode;
    return request;
}

/// The survey in the header that most calls carry it in.
template <class T>
Request<T> &forSurvey(Request<T> &request, const SurveyId &id)
{
    request.survey = id;
    request.headers.append({"X-Project-Id", id.value.toUtf8()});
    return request;
}

/// The survey in the body, beside what else the body holds.
template <class T>
Request<T> &withBody(Request<T> &request, const SurveyId &id, QJsonObject body = {})
{
    request.survey = id;
    body.insert(QStringLiteral("project_id"), id.value);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace api::calls
