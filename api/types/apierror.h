// What went wrong with a call, in terms that a program can act on and a person can be told.
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace api {

/// contract.md, "Answers: what is success".
enum class ErrorKind {
    Network, ///< unreachable, reset, DNS
    Timeout, ///< a deadline of ours passed
    Tls, ///< the certificate or the handshake
    Cancelled, ///< by the person or on quit
    Unauthorized, ///< 401, 403, client ID mismatch
    HashMismatch, ///< 400 "Hash data mismatch", twice
    NotFound, ///< 404, 422 … not found, on a call for one thing
    Conflict, ///< 409, 422 already exists, closed
    Gone, ///< 410
    Rejected, ///< 400, 422: the server says why
    RateLimited, ///< 429
    ServerError, ///< 5xx
    Malformed, ///< not what the contract allows
};

/// Whether the server may have acted on the call (reliability.md, Transport rules).
enum class Delivery {
    NotSent, ///< no byte of the request left: safe to repeat
    Answered, ///< a verdict of the server was read
    Ambiguous, ///< sent, and no clear verdict: the server may have acted
};

/// What was wrong with an encrypted connection, what a person can do most about first.
enum class TlsProblem {
    None,
    Expired,
    NotYetValid,
    WrongHost,
    SelfSigned,
    UnknownIssuer,
    Certificate, ///< another fault of it
    Protocol, ///< no common protocol, or the handshake was cut
};

/// Holds no secret: never a URL's query, a header's value, or the network library's own text.
struct ApiError
{
    ErrorKind kind = ErrorKind::Malformed;
    Delivery delivery = Delivery::Answered;
    int httpStatus = 0; ///< 0 when there was no answer
    QString bodyStatus; ///< the body's own `status`, as text; empty when it had none
    QString serverMessage; ///< the server's own sentence from `error` and `message`, at most 2,000
    QString endpoint; ///< "endpoints/get_survey"
    QString detail; ///< Malformed: the answer's first 200 characters; Network, Tls: host and reason
    QString host; ///< Network, Timeout, Tls: of the service
    QString redirectedTo; ///< the host that the service points to; it isn't followed
    TlsProblem tls = TlsProblem::None; ///< kind Tls only
    bool isRead = false; ///< the call only reads: whatever came, nothing was changed by it
    bool isWebPage = false; ///< an HTML page came instead, as sign-in networks and proxies send
    QStringList existing; ///< add-qualification: titles of `Question_exists`
    std::optional<std::chrono::seconds> retryAfter; ///< the service's wish, at most a day

    bool operator==(const ApiError &) const = default;
};

/// No answer came: there is no network, the address is wrong, or the server keeps silent.
constexpr bool isUnreachable(ErrorKind kind, int httpStatus)
{
    return httpStatus == 0 && (kind == ErrorKind::Network || kind == ErrorKind::Timeout);
}

inline bool isUnreachable(const ApiError &error)
{
    return isUnreachable(error.kind, error.httpStatus);
}

/// The service doesn't accept the key or the client ID, or what was signed with them.
constexpr bool isAccessRefused(ErrorKind kind)
{
    return kind == ErrorKind::Unauthorized || kind == ErrorKind::HashMismatch;
}

/// Whatever is asked there fails: what the connection says, or the way there, has to be corrected.
inline bool isConnectionFault(const ApiError &error)
{
    return isAccessRefused(error.kind) || error.kind == ErrorKind::Tls || error.isWebPage
        || !error.redirectedTo.isEmpty();
}

} // namespace api
