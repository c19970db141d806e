#include "sandbox/server/gate.h"

#include "sandbox/server/refusal.h"

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

bool isOurs(const QByteArray &host, quint16 port)
{
    const QByteArray number = QByteArray::number(port);
    const QByteArray folded = host.toLower();
    return folded == "127.0.0.1:" + number || folded == "localhost:" + number;
}

} // namespace

void passGate(const Request &request, quint16 port)
{
    if (!isOurs(request.host, port))
        throw Refusal {403, u"The Host header does not name this server."_s};
    if (!request.origin.isEmpty()
        && !(request.origin.startsWith("http://") && isOurs(request.origin.mid(7), port)))
        throw Refusal {403, u"The Origin header does not name this server."_s};
    if (request.body.size() > maxBody)
        throw Refusal {413, u"The request body is too large."_s};
}

QString pathBelow(const QString &token, const QString &path)
{
    if (token.isEmpty())
        return path;
    if (!path.startsWith(u'/' + token + u'/'))
        throw Refusal {403, u"The address lacks the token of this run."_s};
    return path.mid(token.size() + 1);
}

} // namespace sandbox
