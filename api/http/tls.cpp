#include "api/http/tls.h"

#include <algorithm>

namespace api {

namespace {

TlsProblem problemOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return TlsProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsProblem::NotYetValid;
    case QSslError::HostNameMismatch:
        return TlsProblem::WrongHost;
    case QSslError::SelfSignedCertificate:
        return TlsProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TlsProblem::UnknownIssuer;
    default:
        return TlsProblem::Certificate;
    }
}

QString wordFor(TlsProblem problem)
{
    switch (problem) {
    case TlsProblem::Expired:
        return QStringLiteral("certificate expired");
    case TlsProblem::NotYetValid:
        return QStringLiteral("certificate not yet valid");
    case TlsProblem::WrongHost:
        return QStringLiteral("certificate of another host");
    case TlsProblem::SelfSigned:
        return QStringLiteral("self-signed certificate");
    case TlsProblem::UnknownIssuer:
        return QStringLiteral("certificate of an unknown issuer");
    case TlsProblem::Certificate:
        return QStringLiteral("certificate refused");
    case TlsProblem::None:
    case TlsProblem::Protocol:
        break;
    }
    return QStringLiteral("no common encryption protocol, or the handshake was cut");
}

} // namespace

TlsProblem problemOf(const QList<QSslError> &errors)
{
    TlsProblem foremost = TlsProblem::Protocol; // the enumeration is in the order of use
    for (const QSslError &error : errors)
        foremost = std::min(foremost, problemOf(error));
    return foremost;
}

QString reasonOf(const QList<QSslError> &errors)
{
    QStringList words;
    for (const QSslError &error : errors)
        words.append(wordFor(problemOf(error)));
    words.removeDuplicates();
    return words.isEmpty() ? wordFor(TlsProblem::Protocol) : words.join(QStringLiteral(", "));
}

} // namespace api
