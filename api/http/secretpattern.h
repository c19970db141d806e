// The forms in which a secret may come back in a text.
#pragma once

#include <QRegularExpression>
#include <QStringList>

namespace api {

/// `secret` as it is, and escaped as JSON, percent or HTML do it: each character on its own, also
/// several times over.
QRegularExpression patternOf(const QString &secret);

/// What base64 of any bytes around `secret` holds of it, for the three places where it may begin
/// and in either alphabet, also escaped; nothing for one too short to be told from other letters.
QStringList base64Forms(const QString &secret);

} // namespace api
