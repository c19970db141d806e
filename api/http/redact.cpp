#include "api/http/redact.h"

#include "api/http/secretpattern.h"
#include "api/http/uidblanks.h"

namespace api {

namespace {

constexpr qsizetype mostRequest = 16'000;
constexpr qsizetype mostAnswer = 4'000;
constexpr qsizetype mostDetail = 200;
constexpr qsizetype mostSentence = 2'000;
constexpr qsizetype leastSecret = 4; // shorter ones would black out half of any text
// What is cut off may end inside a secret: so much more is looked at, and then left out.
constexpr qsizetype beyond = 1'000;

bool isHash(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-fA-F]{64}$"));
    return form.match(text).hasMatch();
}

bool isSecretCall(const WireRequest &request)
{
    return !request.isSigned;
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
    if (secret.size() < leastSecret || m_secrets.contains(secret))
        return;
    m_secrets.insert(secret);
    m_base64 += base64Forms(secret);
    if (!isHash(secret)) // a bare one is known by its form
        m_patterns.append(patternOf(secret));
}

QString Redactor::clean(const QString &text) const
{
    static const QRegularExpression hash(QStringLiteral("[0-9a-fA-F]{64}"));
    QString result = text;
    for (const QRegularExpression &secret : m_patterns)
        result.replace(secret, QStringLiteral("…"));
    for (const QString &form : m_base64)
        result.replace(form, QStringLiteral("…"));
    return result.replace(hash, QStringLiteral("…"));
}

QString Redactor::cleanStart(const QString &text, qsizetype most) const
{
    QString result = clean(text.left(most + beyond));
    if (text.size() >= most + beyond)
        result.chop(qMin(beyond, result.size()));
    return text.size() <= most || result.size() < most ? result : result.left(most - 1) + u'…';
}

ApiError Redactor::clean(ApiError error) const
{
    error.serverMessage = cleanStart(error.serverMessage, mostSentence);
    error.detail = cleanStart(error.detail, mostDetail);
    error.bodyStatus = clean(error.bodyStatus);
    for (QString &title : error.existing)
        title = clean(title);
    return error;
}

QString Redactor::requestBody(const WireRequest &request) const
{
    if (isSecretCall(request))
        return {};
    return withoutEmails(cleanStart(QString::fromUtf8(withoutUids(request.body)), mostRequest));
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
    constexpr qsizetype mostBytes = 4 * (mostAnswer + beyond) + 4; // no more is converted
    const QByteArray start = withoutUids(body).left(mostBytes);
    return withoutEmails(cleanStart(QString::fromUtf8(start), mostAnswer));
}

} // namespace api
