#include "api/calls/auth.h"

#include "api/calls/build.h"
#include "api/codec/hash.h"

namespace api::calls {

Request<QString> getHash(const QUrl &url, const QString &key)
{
    auto request = build(Verb::Get, "endpoints/getHashData", Repeat::Read, codec::hash);
    request.isSigned = false;
    const QJsonObject body {{QStringLiteral("url"), url.toString(QUrl::RemoveQuery)},
                            {QStringLiteral("key"), key}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace api::calls
