#include "api/http/address.h"

#include <QHostAddress>

namespace api {

bool isLoopback(const QString &host)
{
    return QHostAddress(host).isLoopback();
}

bool isAllowedBaseUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    return url.scheme() == u"https" || (url.scheme() == u"http" && isLoopback(url.host()));
}

} // namespace api
