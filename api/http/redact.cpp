#include "api/http/redact.h"

#include <QRegularExpression>

#include <algorithm>

namespace api {

namespace {

constexpr qsizetype mostRequest = 16'000;
constexpr qsizetype mostAnswer = 4'000;
constexpr qsizetype leastSecret = 4; // shorter ones would black out half of any text

bool isSecretCall(const WireRequest &request)
{
    return !request.isSigned;
}

QString bounded(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : text.left(most - 1) + u'…';
}

/// `"accepted_uids":["a","b"]` becomes `"accepted_uids":["… 2 UIDs"]`: they are people's.
QByteArray withoutUids(const QByteArray &body)
{
    static const QByteArray list = "_uids\"";
    const qsizetype name = body.indexOf(list);
    const qsizetype open = name < 0 ? -1 : body.indexOf('[', name);
    if (open < 0)
        return body;
    const qsizetype end = body.indexOf(']', open);
    const QByteArrayView uids =
        QByteArrayView(body).sliced(open + 1).first((end < 0 ? body.size() : end) - open - 1);
    const qsizetype count = std::ranges::count(uids, '"') / 2;
    return body.left(open) + "[\"… " + QByteArray::number(count) + " UIDs\"]"
        + (end < 0 ? QByteArray() : body.mid(end + 1));
}

QString withoutEmails(QString text)
{
    static const QRegularExpression email(QStringLiteral("[\\w.+%-]+@[\\w-]+(\\.[\\w-]+)*"));
    return text.replace(email, QStringLiteral("…"));
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
    const QString text = QString::fromUtf8(withoutUids(request.body));
    return bounded(withoutEmails(clean(text)), mostRequest);
}

QString Redactor::query(const WireRequest &request) const
{
    return isSecretCall(request) ? QString() : clean(request.query.toString(QUrl::FullyEncoded));
}

QString Redactor::headers(const WireRequest &request) const
{
    QStringList lines;
    for (const Header &header : request.headers)
        lines.append(QString::fromUtf8(header.name + ": " + header.value));
    return clean(lines.join(u'\n'));
}

QString Redactor::answerBody(const WireRequest &request, const QByteArray &body) const
{
    if (isSecretCall(request))
        return {};
    // Cut first, so that a large body isn't converted; what is cut off may end inside a secret.
    constexpr qsizetype mostBytes = 4 * mostAnswer;
    const QByteArray shown = withoutUids(body);
    return bounded(withoutEmails(clean(QString::fromUtf8(shown.left(mostBytes + 256)))),
                   mostAnswer);
}

} // namespace api
