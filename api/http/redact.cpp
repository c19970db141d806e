#include "api/http/redact.h"

#include <QRegularExpression>

namespace api {

namespace {

constexpr qsizetype mostBody = 4'000;
constexpr qsizetype leastSecret = 4; // shorter ones would black out half of any text

bool isSecretCall(const WireRequest &request)
{
    return !request.isSigned;
}

} // namespace

Redactor::Redactor(const QString &key, const QString &clientId)
{
    learn(key);
    learn(clientId);
}

void Redactor::learn(const QString &secret)
{
    if (secret.size() >= leastSecret)
        m_secrets.insert(secret);
}

QString Redactor::clean(const QString &text) const
{
    static const QRegularExpression hash(QStringLiteral("[0-9a-fA-F]{64}"));
    QString result = text;
    for (const QString &secret : m_secrets)
        result.replace(secret, QStringLiteral("…"));
    return result.replace(hash, QStringLiteral("…"));
}

ApiError Redactor::clean(ApiError error) const
{
    error.serverMessage = clean(error.serverMessage);
    error.detail = clean(error.detail);
    error.bodyStatus = clean(error.bodyStatus);
    for (QString &title : error.existing)
        title = clean(title);
    return error;
}

QString Redactor::requestBody(const WireRequest &request) const
{
    if (isSecretCall(request))
        return {};
    if (request.endpoint.endsWith("submit_reconciliation"))
        return QStringLiteral("{\"contact_email\":\"…\",\"request_uids\":[… %1 bytes]}")
            .arg(request.body.size());
    return clean(QString::fromUtf8(request.body)).left(mostBody);
}

QString Redactor::answerBody(const WireRequest &request, const QByteArray &body) const
{
    if (isSecretCall(request))
        return {};
    constexpr qsizetype mostBytes = 4 * mostBody; // of UTF-8, so that a large body isn't converted
    return clean(QString::fromUtf8(body.left(mostBytes + 256))).left(mostBody);
}

} // namespace api
