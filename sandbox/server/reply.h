// An answer before it is written to the socket: HTTP status, body and its media type.
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace sandbox {

struct Reply
{
    int httpStatus = 200;
    QByteArray body;
    QByteArray mediaType = "application/json";
};

/// `object` as the body; the HTTP status says the same as the body's own unless told otherwise.
Reply json(const QJsonObject &object, int httpStatus = 200);

/// {"status": 200, "message": …}: what a call that only acts answers.
Reply done(const QString &message);

/// The sentence that the vendor's server says whenever it found something, typos and dash included.
QString found();

/// HTTP 204: no body, whatever the vendor's text shows in it.
Reply noChange();

Reply plainText(const QByteArray &text);

} // namespace sandbox
