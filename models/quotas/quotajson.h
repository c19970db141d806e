// Quotas as this program keeps them: in drafts, in edits that wait, in imported completes.
#pragma once

#include "api/types/quota.h"

#include <QJsonArray>

namespace models {

QJsonArray quotasToJson(const QList<api::Quota> &quotas);
QList<api::Quota> quotasFromJson(const QJsonValue &value); ///< what can't be read is left out

} // namespace models
