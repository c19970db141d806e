#include "models/connections/connectiontest.h"

#include "api/calls/auth.h"
#include "api/calls/masterdata.h"
#include "models/support/plain.h"
#include "models/support/tlssentence.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct ConnectionTestText
{
    Q_DECLARE_TR_FUNCTIONS(models::ConnectionTest)
};

QString withItsWords(const QString &sentence, const api::ApiError &error)
{
    if (error.serverMessage.isEmpty())
        return sentence;
    //: %1: a sentence of ours, %2: the service's own
    return ConnectionTestText::tr("%1 The service says: %2")
        .arg(sentence, plain(error.serverMessage));
}

/// The service answered, and refused: whether for the key or for the client ID tells the call.
TestResult judgeRefusal(const api::ApiError &error)
{
    if (error.endpoint == "endpoints/getHashData"_L1)
        return {false, "key",
                withItsWords(ConnectionTestText::tr("The key is not accepted."), error)};
    if (error.kind == api::ErrorKind::HashMismatch)
        return {false, "key",
                withItsWords(ConnectionTestText::tr(
                                 "The key does not fit this service: its signature is refused."),
                             error)};
    return {false, "clientId",
            withItsWords(ConnectionTestText::tr("The client ID is not accepted."), error)};
}

/// Something answers, and not as the service does.
TestResult judgeStranger(const api::ApiError &error, const QString &host)
{
    if (!error.redirectedTo.isEmpty())
        //: %1 and %2: hosts
        return {false, "baseUrl",
                ConnectionTestText::tr("%1 points to another address, on %2, which AlignDesk "
                                       "doesn’t follow. Check the base URL.")
                    .arg(host, plain(error.redirectedTo))};
    if (error.isWebPage)
        return {false, "baseUrl",
                ConnectionTestText::tr("%1 answers with a web page. Check the base URL; your "
                                       "network may require you to sign in.")
                    .arg(host)};
    return {false, "baseUrl",
            ConnectionTestText::tr(
                "%1 answers, but not as the Audience-Align service does. Check the base URL.")
                .arg(host)};
}

/// Not before the coroutine that was resumed from inside the client has returned.
std::shared_ptr<api::Client> temporaryClient(const Connection &connection,
                                             const Credentials &credentials,
                                             const api::Policy &policy)
{
    return {new api::Client({connection.baseUrl, credentials.clientId, credentials.key}, policy),
            [](api::Client *client) { client->deleteLater(); }};
}

} // namespace

TestResult judge(const api::ApiError &error, const QUrl &baseUrl)
{
    const QString host = baseUrl.host();
    switch (error.kind) {
    case api::ErrorKind::Network:
        return {false, "baseUrl",
                ConnectionTestText::tr("%1 can’t be reached. Check the base URL and the network.")
                    .arg(host)};
    case api::ErrorKind::Timeout:
        return {false, "baseUrl", ConnectionTestText::tr("%1 does not answer.").arg(host)};
    case api::ErrorKind::Tls:
        return {false, "baseUrl", tlsSentence(error.tls, host)};
    case api::ErrorKind::Unauthorized:
    case api::ErrorKind::HashMismatch:
    case api::ErrorKind::Rejected:
    case api::ErrorKind::Conflict:
        return judgeRefusal(error);
    case api::ErrorKind::Malformed:
    case api::ErrorKind::NotFound:
    case api::ErrorKind::Gone:
        return judgeStranger(error, host);
    case api::ErrorKind::RateLimited:
        return {
            false,
            {},
            ConnectionTestText::tr("The service has had too many calls. Try again in a minute.")};
    case api::ErrorKind::ServerError:
        return {false,
                {},
                ConnectionTestText::tr("The service has a problem of its own. Try again later.")};
    case api::ErrorKind::Cancelled:
        break;
    }
    return {false, {}, ConnectionTestText::tr("The test was cancelled.")};
}

QCoro::Task<TestResult> testConnection(Connection connection, Credentials credentials,
                                       api::Policy policy, api::Cancellation cancellation)
{
    const std::shared_ptr<api::Client> client = temporaryClient(connection, credentials, policy);
    const QUrl target = connection.baseUrl.resolved(QUrl(u"endpoints/get_master_data"_s));
    api::Request<QString> first = api::calls::getHash(target, credentials.key);
    const api::Result<QString> hash = co_await client->send(first, cancellation);
    if (!hash)
        co_return judge(hash.error(), connection.baseUrl);
    api::Request<QList<api::Vertical>> second = api::calls::verticals();
    const api::Result<QList<api::Vertical>> verticals = co_await client->send(second, cancellation);
    if (!verticals)
        co_return judge(verticals.error(), connection.baseUrl);
    TestResult good;
    good.isGood = true;
    good.text = ConnectionTestText::tr(
        "The connection works: the service accepts the key and the client ID.");
    co_return good;
}

} // namespace models
