#include "api/codec/verdict.h"

#include "api/codec/json.h"

#include <QHash>
#include <QRegularExpression>

namespace api::codec {

namespace {

// Longer than what is shown: who takes secrets out may not find half of one at the end.
constexpr qsizetype beyond = 1'000;
constexpr qsizetype mostSentence = 2'000 + beyond;
constexpr qsizetype mostSnippet = 200 + beyond;
constexpr qsizetype mostFields = 50;
constexpr qsizetype mostName = 100;

/// Control and bidirectional characters become visible, so that a text can't disguise itself.
QString visible(const QString &raw)
{
    QString result;
    result.reserve(raw.size());
    for (const QChar c : raw) {
        const bool isHidden = c.category() == QChar::Other_Control
            || c.category() == QChar::Other_Format || c.isSurrogate();
        if (isHidden && !c.isSurrogate())
            result +=
                QStringLiteral("<U+%1>").arg(uint(c.unicode()), 4, 16, QLatin1Char('0')).toUpper();
        else
            result += c;
    }
    return result;
}

QString snippet(const QByteArray &body)
{
    return visible(QString::fromUtf8(body.left(mostSnippet * 4)).left(mostSnippet));
}

bool isPage(const QByteArray &body)
{
    const QByteArray start = body.left(512).trimmed().toLower();
    return start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")
        || start.startsWith("<head") || start.startsWith("<body");
}

/// A text, or a list of them, as one.
QString sentences(const Element &value)
{
    QStringList lines;
    if (value.is_array()) {
        for (const Element &one : simdjson::dom::array(value.get_array()))
            lines.append(text(one).value_or(QString()).trimmed());
    } else {
        lines.append(text(value).value_or(QString()).trimmed());
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char(' ')).left(mostSentence);
}

/// Refusals that name their fields, `"error": {"loi": ["The loi is …"]}`: a line "loi: …" each.
QString fieldLines(const Document &document)
{
    QStringList lines;
    for (const char *const name : {"error", "errors", "message"}) {
        const Found found = document.member(name);
        if (!found || !found->is_object())
            continue;
        for (const auto &[key, value] : simdjson::dom::object(found->get_object())) {
            const QString sentence = sentences(value);
            if (!sentence.isEmpty() && lines.size() < mostFields)
                lines.append(QString::fromUtf8(key.data(), qsizetype(key.size())).left(mostName)
                             + QStringLiteral(": ") + sentence);
        }
    }
    return lines.join(QLatin1Char('\n')).left(mostSentence);
}

/// `error` and `message` as one sentence; the reconciliation calls have a word and a sentence.
QString sentenceOf(const Document &document)
{
    const QString error = text(document.member("error")).value_or(QString()).trimmed();
    const QString message = text(document.member("message")).value_or(QString()).trimmed();
    const QString both = error.isEmpty() || message.isEmpty() || error == message
        ? (error.isEmpty() ? message : error)
        : error + QStringLiteral(": ") + message;
    return both.isEmpty() ? fieldLines(document) : both.left(mostSentence);
}

/// The status that the body tells: its own number, else the one that its `error` word stands for.
int statusOf(const Document &document)
{
    if (const auto number = integer(document.member("status")))
        return *number;
    static const QHash<QString, int> words {{QStringLiteral("Bad Request"), 400},
                                            {QStringLiteral("Unauthorized"), 401},
                                            {QStringLiteral("Forbidden"), 403},
                                            {QStringLiteral("Not Found"), 404},
                                            {QStringLiteral("Conflict"), 409},
                                            {QStringLiteral("Gone"), 410},
                                            {QStringLiteral("Unprocessable Entity"), 422},
                                            {QStringLiteral("Too Many Requests"), 429},
                                            {QStringLiteral("Internal Server Error"), 500}};
    return words.value(text(document.member("error")).value_or(QString()), 0);
}

bool says(const QString &sentence, const char *pattern)
{
    const QRegularExpression expression(QString::fromLatin1(pattern),
                                        QRegularExpression::CaseInsensitiveOption);
    return expression.match(sentence).hasMatch();
}

ErrorKind kindOfRefusal(int status, const QString &sentence)
{
    if (says(sentence, "hash data mismatch"))
        return ErrorKind::HashMismatch;
    if (says(sentence, "client id mismatch"))
        return ErrorKind::Unauthorized;
    if (says(sentence, "already exists|has been closed"))
        return ErrorKind::Conflict;
    if (says(sentence, "\\bdata not found|^no (\\w+ )*data found|not exists|^not found"))
        return ErrorKind::NotFound;
    return status == 400 || status == 422 ? ErrorKind::Rejected : ErrorKind::Malformed;
}

ErrorKind kindOf(int status, const QString &sentence)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorKind::Unauthorized;
    case 404:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::Timeout;
    case 409:
        return ErrorKind::Conflict;
    case 410:
        return ErrorKind::Gone;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return ErrorKind::ServerError;
    return kindOfRefusal(status, sentence);
}

/// Whether it is the service itself that refuses: an object that holds a status, which isn't one
/// of success, and says why. A gateway's own answer may come after the deed.
bool isRefusal(const Document &document, const QString &sentence)
{
    const Found status = document.member("status");
    if (!document.isObject() || !status || sentence.isEmpty())
        return false;
    const auto number = integer(status);
    return number ? *number >= 400 : text(status).value_or(QString()) == u"false";
}

} // namespace

ApiError errorOf(const Answer &answer)
{
    const Document document(answer.body);
    ApiError error;
    error.httpStatus = answer.httpStatus;
    error.endpoint = answer.endpoint;
    error.retryAfter = answer.retryAfter;
    error.isWebPage = isPage(answer.body);
    int status = answer.httpStatus;
    if (document.isValid()) {
        error.bodyStatus = text(document.member("status")).value_or(QString());
        error.serverMessage = sentenceOf(document);
        const QString titles = text(document.member("Question_exists")).value_or(QString());
        for (const QString &title : titles.split(u',', Qt::SkipEmptyParts))
            error.existing.append(title.trimmed());
        const int told = statusOf(document);
        const bool httpHolds = status >= 500 || status == 429 || status == 401;
        if (told >= 300 && !httpHolds)
            status = told;
    }
    error.kind = error.isWebPage && status < 400 ? ErrorKind::Malformed
                                                 : kindOf(status, error.serverMessage);
    if (!document.isValid() || error.serverMessage.isEmpty() || error.kind == ErrorKind::Malformed)
        error.detail = snippet(answer.body);
    const bool isVerdict = status >= 400 && status < 500 && status != 408 && status != 429
        && isRefusal(document, error.serverMessage);
    error.delivery = isVerdict ? Delivery::Answered : Delivery::Ambiguous;
    return error;
}

bool isHashMismatch(const Answer &answer)
{
    constexpr qsizetype mostRefusal = 4'096;
    return answer.body.size() <= mostRefusal && answer.body.contains("Hash data mismatch")
        && errorOf(answer).kind == ErrorKind::HashMismatch
        && errorOf(answer).delivery == Delivery::Answered;
}

} // namespace api::codec
