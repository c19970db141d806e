#include "sandbox/server/reply.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sandbox {

Reply json(const QJsonObject &object, int httpStatus)
{
    return {httpStatus, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Reply done(const QString &message)
{
    return json({{u"status"_s, 200}, {u"message"_s, message}});
}

QString found()
{
    return u"Great news — we’ve found the data you were looking for."_s;
}

Reply noChange()
{
    return {204, {}, {}};
}

Reply plainText(const QByteArray &text)
{
    return {200, text, "text/plain; charset=utf-8"};
}

} // namespace sandbox
