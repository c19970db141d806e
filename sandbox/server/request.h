// A request as the calls see it: read from the socket, nothing checked yet.
#pragma once

#include <QHttpServerRequest>
#include <QJsonObject>
#include <QUrlQuery>

namespace sandbox {

struct Request
{
    QHttpServerRequest::Method verb = QHttpServerRequest::Method::Unknown;
    QString path; ///< percent-decoded, without the query
    QUrlQuery query;
    QByteArray host;
    QByteArray origin;
    QString clientId;
    QString projectId; ///< header X-Project-Id
    QString qualificationId; ///< header X-Qualification-Id
    QByteArray body;

    static Request read(const QHttpServerRequest &request);

    /// The body as an object; throws 400 when it is anything else.
    QJsonObject object() const;
};

} // namespace sandbox
