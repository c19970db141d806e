#include "sandbox/server/request.h"

#include "sandbox/server/refusal.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sandbox {

Request Request::read(const QHttpServerRequest &request)
{
    Request read;
    read.verb = request.method();
    read.path = request.url().path();
    read.query = QUrlQuery(request.url());
    read.host = request.value("Host");
    read.origin = request.value("Origin");
    read.clientId = QString::fromUtf8(request.value("X-Client-Id"));
    read.projectId = QString::fromUtf8(request.value("X-Project-Id"));
    read.qualificationId = QString::fromUtf8(request.value("X-Qualification-Id"));
    read.body = request.body();
    return read;
}

QJsonObject Request::object() const
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        throw invalidParameters();
    return document.object();
}

} // namespace sandbox
