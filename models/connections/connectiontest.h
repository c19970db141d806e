// Tries a connection before it is kept, and tells in words what is wrong with it.
#pragma once

#include "api/http/client.h"
#include "models/connections/connection.h"

namespace models {

/// `field` is where the problem belongs: "baseUrl", "clientId", "key", or empty for none of them.
struct TestResult
{
    bool isGood = false;
    QByteArray field;
    QString text; ///< translated, whole sentences; holds no secret
    bool operator==(const TestResult &) const = default;
};

/// What an error says about the connection itself: address, certificate, key, client ID, or that
/// another service answers there. Pure.
TestResult judge(const api::ApiError &error, const QUrl &baseUrl);

/// Asks for a hash (the key), then signed for the verticals (the client ID). Never changes
/// anything on the server.
QCoro::Task<TestResult> testConnection(Connection connection, Credentials credentials,
                                       api::Policy policy, api::Cancellation cancellation);

} // namespace models
