// Quotas per qualification, read and written.
#pragma once

#include "api/calls/request.h"
#include "api/types/quota.h"

#include <QJsonObject>

namespace api::codec {

Result<QList<Quota>> quotas(const Answer &answer); ///< call 12
Result<Quota> quota(const Answer &answer); ///< call 13

/// A range as "25-34", one option as its integer, zip codes as an array.
QJsonObject written(const Quota &quota);

} // namespace api::codec
