#include "ui/widgets/errortext.h"

#include "models/support/plain.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ui::ErrorText", text);
}

QString whatHappened(const api::ApiError &error)
{
    switch (error.kind) {
    case api::ErrorKind::Network:
        return say("The server can’t be reached. Check the network and the address.");
    case api::ErrorKind::Timeout:
        return say("The server did not answer in time.");
    case api::ErrorKind::Tls:
        return say("The connection to the server is not safe, so nothing was sent.");
    case api::ErrorKind::Cancelled:
        return say("Cancelled.");
    case api::ErrorKind::Unauthorized:
        return say("The server does not accept this client ID or key.");
    case api::ErrorKind::HashMismatch:
        return say("The server does not accept the signature: key or client ID are wrong, or the "
                   "base URL differs from the server’s own.");
    case api::ErrorKind::NotFound:
        return say("The server doesn’t know it.");
    case api::ErrorKind::Conflict:
        return say("The server refuses, since it is there already or closed.");
    case api::ErrorKind::Gone:
        return say("It is no longer there.");
    case api::ErrorKind::Rejected:
        return say("The server refuses.");
    case api::ErrorKind::RateLimited:
        return say("The server asks to wait before the next call.");
    case api::ErrorKind::ServerError:
        return say("The server has a problem of its own.");
    case api::ErrorKind::Malformed:
        break;
    }
    return error.isWebPage
        ? say("A web page came instead of an answer. A network that wants a sign-in does that.")
        : say("The server’s answer can’t be read.");
}

} // namespace

QString shown(const QString &serverText)
{
    return models::plain(serverText);
}

QString errorSentence(const api::ApiError &error)
{
    QString text = whatHappened(error);
    if (!error.serverMessage.isEmpty())
        //: %1 a sentence of ours, %2 the server's own sentence
        text = say("%1 It says: “%2”").arg(text, shown(error.serverMessage));
    if (error.retryAfter)
        text += u' '
            + say("It asks to wait %1 seconds.").arg(QLocale().toString(error.retryAfter->count()));
    if (error.delivery == api::Delivery::Ambiguous)
        text += u' ' + say("Whether the server acted on the call is not known.");
    return text;
}

QString errorDetails(const api::ApiError &error)
{
    QStringList lines {say("Call: %1").arg(error.endpoint)};
    if (error.httpStatus != 0)
        lines.append(say("HTTP status: %1").arg(error.httpStatus));
    if (!error.bodyStatus.isEmpty())
        lines.append(say("Status in the answer: %1").arg(shown(error.bodyStatus)));
    if (!error.serverMessage.isEmpty())
        lines.append(say("Message: %1").arg(shown(error.serverMessage)));
    if (!error.detail.isEmpty())
        lines.append(say("Detail: %1").arg(shown(error.detail)));
    for (const QString &title : error.existing)
        lines.append(say("Already there: %1").arg(shown(title)));
    return lines.join(u'\n');
}

} // namespace ui
