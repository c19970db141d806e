#include "models/connections/connectionrules.h"

#include "api/http/address.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(models::Connection)
};

void checkName(const QString &name, const QStringList &taken, QList<Issue> &issues)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        issues.append({"name", Severity::Error, ConnectionText::tr("Give the connection a name.")});
    else if (trimmed.size() > 60)
        issues.append({"name", Severity::Error,
                       ConnectionText::tr("The name is longer than 60 characters.")});
    else if (trimmed.compare(sandboxName(), Qt::CaseInsensitive) == 0
             || taken.contains(trimmed, Qt::CaseInsensitive))
        issues.append({"name", Severity::Error,
                       ConnectionText::tr("There is a connection of this name already.")});
}

void checkBaseUrl(const QUrl &url, QList<Issue> &issues)
{
    const auto add = [&](const char *text) {
        issues.append({"baseUrl", Severity::Error, ConnectionText::tr(text)});
    };
    if (url.isEmpty())
        add("Enter the base URL, e.g. https://api.audience-align.com/v1/.");
    else if (!url.isValid() || url.host().isEmpty())
        add("This is not a web address.");
    else if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        add("The base URL can't hold a name, a password, ? or #.");
    else if (!api::isAllowedBaseUrl(url))
        add("The base URL must begin with https://. Plain http is only allowed to this computer "
            "(http://127.0.0.1).");
}

/// What goes into a header must fit one: printable ASCII without blanks.
bool isHeaderSafe(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
}

void checkSecret(const QByteArray &field, const QString &value, const char *missing,
                 const char *odd, QList<Issue> &issues)
{
    if (value.trimmed().isEmpty())
        issues.append({field, Severity::Error, ConnectionText::tr(missing)});
    else if (!isHeaderSafe(value.trimmed()))
        issues.append({field, Severity::Error, ConnectionText::tr(odd)});
}

} // namespace

QString sandboxName()
{
    return u"Sandbox"_s;
}

QUrl baseUrlFromInput(const QString &text)
{
    QString typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    if (!typed.contains("://"_L1))
        typed.prepend("https://"_L1);
    QUrl url(typed, QUrl::StrictMode);
    if (url.isValid() && !url.path().endsWith(u'/'))
        url.setPath(url.path() + u'/');
    return url;
}

QList<Issue> validate(const Connection &connection, const Credentials &credentials,
                      const QStringList &taken)
{
    QList<Issue> issues;
    checkName(connection.name, taken, issues);
    checkBaseUrl(connection.baseUrl, issues);
    checkSecret("clientId", credentials.clientId,
                QT_TRANSLATE_NOOP("models::Connection",
                                  "Enter the client ID that Audience-Align gave you."),
                QT_TRANSLATE_NOOP("models::Connection",
                                  "The client ID holds a character that it can’t have."),
                issues);
    checkSecret(
        "key", credentials.key,
        QT_TRANSLATE_NOOP("models::Connection", "Enter the key that Audience-Align gave you."),
        QT_TRANSLATE_NOOP("models::Connection", "The key holds a character that it can’t have."),
        issues);
    return issues;
}

Credentials trimmed(const Credentials &credentials)
{
    return {credentials.clientId.trimmed(), credentials.key.trimmed()};
}

QString accountOf(const Connection &connection, const Credentials &credentials)
{
    if (connection.isSandbox)
        return u"sandbox"_s;
    const QString who = connection.baseUrl.toString() + u'\n' + credentials.clientId;
    const QByteArray digest =
        QCryptographicHash::hash(who.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(digest.left(16));
}

} // namespace models
