#include "ui/widgets/errortext.h"

#include "models/support/plain.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorText)
};

QString whatHappened(const api::ApiError &error)
{
    switch (error.kind) {
    case api::ErrorKind::Network:
        return ErrorText::tr("The server can’t be reached. Check the network and the address.");
    case api::ErrorKind::Timeout:
        return ErrorText::tr("The server did not answer in time.");
    case api::ErrorKind::Tls:
        return ErrorText::tr("The connection to the server is not safe, so nothing was sent.");
    case api::ErrorKind::Cancelled:
        return ErrorText::tr("Cancelled.");
    case api::ErrorKind::Unauthorized:
        return ErrorText::tr("The server does not accept this client ID or key.");
    case api::ErrorKind::HashMismatch:
        return ErrorText::tr(
            "The server does not accept the signature: key or client ID are wrong, or the "
            "base URL differs from the server’s own.");
    case api::ErrorKind::NotFound:
        return ErrorText::tr("The server doesn’t know it.");
    case api::ErrorKind::Conflict:
        return ErrorText::tr("The server refuses, since it is there already or closed.");
    case api::ErrorKind::Gone:
        return ErrorText::tr("It is no longer there.");
    case api::ErrorKind::Rejected:
        return ErrorText::tr("The server refuses.");
    case api::ErrorKind::RateLimited:
        return ErrorText::tr("The server asks to wait before the next call.");
    case api::ErrorKind::ServerError:
        return ErrorText::tr("The server has a problem of its own.");
    case api::ErrorKind::Malformed:
        break;
    }
    return error.isWebPage ? ErrorText::tr(
               "A web page came instead of an answer. A network that wants a sign-in does that.")
                           : ErrorText::tr("The server’s answer can’t be read.");
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
        text = ErrorText::tr("%1 It says: “%2”").arg(text, shown(error.serverMessage));
    if (error.retryAfter)
        text += u' '
            + ErrorText::tr("It asks to wait %1 seconds.")
                  .arg(QLocale().toString(error.retryAfter->count()));
    if (error.delivery == api::Delivery::Ambiguous)
        text += u' ' + ErrorText::tr("Whether the server acted on the call is not known.");
    return text;
}

QString errorDetails(const api::ApiError &error)
{
    QStringList lines {ErrorText::tr("Call: %1").arg(error.endpoint)};
    if (error.httpStatus != 0)
        lines.append(ErrorText::tr("HTTP status: %1").arg(error.httpStatus));
    if (!error.bodyStatus.isEmpty())
        lines.append(ErrorText::tr("Status in the answer: %1").arg(shown(error.bodyStatus)));
    if (!error.serverMessage.isEmpty())
        lines.append(ErrorText::tr("Message: %1").arg(shown(error.serverMessage)));
    if (!error.detail.isEmpty())
        lines.append(ErrorText::tr("Detail: %1").arg(shown(error.detail)));
    for (const QString &title : error.existing)
        lines.append(ErrorText::tr("Already there: %1").arg(shown(title)));
    return lines.join(u'\n');
}

} // namespace ui
