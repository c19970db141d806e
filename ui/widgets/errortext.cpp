#include "ui/widgets/errortext.h"

#include "models/support/plain.h"
#include "models/support/tlssentence.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ErrorText)
};

QString whatCameInstead(const api::ApiError &error)
{
    if (!error.redirectedTo.isEmpty())
        return ErrorText::tr(
                   "The service points to another address, on %1. AlignDesk doesn’t follow "
                   "it, so that no key goes there. Check the address of the connection.")
            .arg(shown(error.redirectedTo));
    if (error.isWebPage)
        return ErrorText::tr(
            "A web page came instead of an answer. Your network may require you to sign in.");
    return ErrorText::tr("The service’s answer can’t be read.");
}

QString whatHappened(const api::ApiError &error)
{
    switch (error.kind) {
    case api::ErrorKind::Network:
        return ErrorText::tr("The service can’t be reached. Check the network and the address.");
    case api::ErrorKind::Timeout:
        return ErrorText::tr("The service did not answer in time.");
    case api::ErrorKind::Tls:
        return models::tlsSentence(error.tls, error.host);
    case api::ErrorKind::Cancelled:
        return ErrorText::tr("Cancelled.");
    case api::ErrorKind::Unauthorized:
        return ErrorText::tr("The service does not accept this client ID or key.");
    case api::ErrorKind::HashMismatch:
        return ErrorText::tr(
            "The service does not accept the signature: the key or the client ID is "
            "wrong, or the base URL differs from the service’s own.");
    case api::ErrorKind::NotFound:
        return ErrorText::tr("The service doesn’t have it.");
    case api::ErrorKind::Conflict:
        return ErrorText::tr("It already exists or is closed.");
    case api::ErrorKind::Gone:
        return ErrorText::tr("It is no longer there.");
    case api::ErrorKind::Rejected:
        return ErrorText::tr("The service refuses.");
    case api::ErrorKind::RateLimited:
        return ErrorText::tr("The service asks to wait before the next call.");
    case api::ErrorKind::ServerError:
        return ErrorText::tr("The service has a problem of its own.");
    case api::ErrorKind::Malformed:
        break;
    }
    return whatCameInstead(error);
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
        //: %1 a sentence of ours, %2 the service's own sentence
        text = ErrorText::tr("%1 It says: “%2”").arg(text, shown(error.serverMessage));
    if (error.retryAfter)
        //: %1 a sentence before, %n the seconds
        text = ErrorText::tr("%1 Wait %n second(s).", nullptr, int(error.retryAfter->count()))
                   .arg(text);
    if (error.delivery == api::Delivery::Ambiguous && !error.isRead)
        //: %1 a sentence before
        text = ErrorText::tr("%1 Whether the service acted on the call isn’t known.").arg(text);
    return text;
}

QString errorDetails(const api::ApiError &error)
{
    QStringList lines {ErrorText::tr("Call: %1").arg(error.endpoint)};
    if (!error.redirectedTo.isEmpty())
        lines.append(ErrorText::tr("Redirected to: %1").arg(shown(error.redirectedTo)));
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
