#include "sandbox/server/refusal.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QString kindOf(int httpStatus)
{
    switch (httpStatus) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 404:
        return u"Not Found"_s;
    case 409:
        return u"Conflict"_s;
    case 410:
        return u"Gone"_s;
    case 422:
        return u"Unprocessable Entity"_s;
    default:
        return u"Internal Server Error"_s;
    }
}

} // namespace

Reply Refusal::reply(bool reconciliation) const
{
    QJsonObject body = more;
    if (reconciliation) {
        body[u"status"_s] = false;
        body[u"error"_s] = kindOf(httpStatus);
        body[u"message"_s] = sentence;
    } else {
        body[u"status"_s] = httpStatus;
        body[u"error"_s] = sentence;
    }
    return json(body, httpStatus);
}

Refusal refused(const QString &sentence)
{
    return {422, sentence};
}

Refusal invalidParameters()
{
    return {400, u"Invalid request parameters"_s};
}

} // namespace sandbox
