#include "models/activity/curl.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// Nothing in single quotes means anything to a shell; a quote itself ends and begins them again.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', uR"('\'')"_s) + u'\'';
}

} // namespace

QString verbName(api::Verb verb)
{
    static const char *const names[] = {"GET", "POST", "PATCH", "PUT", "DELETE"};
    return QString::fromLatin1(names[int(verb)]);
}

QString curlCommand(const api::CallRecord &call, const QUrl &baseUrl)
{
    QString base = baseUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    if (!base.endsWith(u'/'))
        base += u'/';
    const QString query = call.query.isEmpty() ? QString() : call.query + u'&';
    QStringList parts {u"curl -X %1 %2\"$HASH\""_s.arg(
        verbName(call.verb), quoted(base + call.endpoint + u'?' + query + u"hash="_s))};
    parts.append(u"-H \"X-Client-Id: $CLIENT_ID\""_s);
    for (const QString &header : call.headers.split(u'\n', Qt::SkipEmptyParts))
        parts.append(u"-H "_s + quoted(header));
    if (!call.requestBody.isEmpty()) {
        parts.append(u"-H 'Content-Type: application/json'"_s);
        parts.append(u"--data-raw "_s + quoted(call.requestBody));
    }
    const QString note = call.requestBody.contains(u'…')
        ? u"# The body isn't whole: the journal keeps no secrets, e-mails, UIDs or long texts.\n"_s
        : QString();
    const QString origin =
        u"# HASH is what endpoints/getHashData answers to your key and %1\n"_s.arg(base
                                                                                   + call.endpoint);
    return note + origin + parts.join(u" \\\n  "_s) + u'\n';
}

} // namespace models
