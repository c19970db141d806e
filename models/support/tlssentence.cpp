#include "models/support/tlssentence.h"

#include "models/support/plain.h"

#include <QCoreApplication>

namespace models {

namespace {

struct TlsText
{
    Q_DECLARE_TR_FUNCTIONS(models::TlsText)
};

QString sentenceAbout(api::TlsProblem problem)
{
    switch (problem) {
    case api::TlsProblem::Expired:
        return TlsText::tr("The certificate of %1 has expired, so nothing was sent. Is the clock "
                           "of this computer right?");
    case api::TlsProblem::NotYetValid:
        return TlsText::tr("The certificate of %1 isn’t valid yet, so nothing was sent. Is the "
                           "clock of this computer right?");
    case api::TlsProblem::WrongHost:
        return TlsText::tr("The certificate that %1 shows belongs to another host, so nothing was "
                           "sent. Check the address.");
    case api::TlsProblem::SelfSigned:
        return TlsText::tr("The certificate of %1 is self-signed, so nothing was sent.");
    case api::TlsProblem::UnknownIssuer:
        return TlsText::tr("The certificate of %1 comes from an issuer that this computer doesn’t "
                           "trust, so nothing was sent. A proxy that inspects traffic may be the "
                           "reason.");
    case api::TlsProblem::Protocol:
        return TlsText::tr("No encrypted connection to %1 could be made, so nothing was sent. It "
                           "may offer only outdated protocols.");
    case api::TlsProblem::Certificate:
    case api::TlsProblem::None:
        break;
    }
    return TlsText::tr("The certificate of %1 can’t be trusted, so nothing was sent.");
}

} // namespace

QString tlsSentence(api::TlsProblem problem, const QString &host)
{
    return sentenceAbout(problem).arg(host.isEmpty() ? TlsText::tr("the service") : plain(host));
}

} // namespace models
