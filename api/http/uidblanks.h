// Takes respondents' identifiers out of a body before it is kept.
#pragma once

#include <QByteArray>

namespace api {

/// Each list below a name that ends in `_uids` becomes `["… 2 UIDs"]`, however it is nested. Of a
/// list that is cut off nothing is left either. What follows a list stays.
QByteArray withoutUids(const QByteArray &body);

} // namespace api
