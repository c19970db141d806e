// Qualifications and the answers that qualify, read and written.
#pragma once

#include "api/calls/request.h"
#include "api/types/qualification.h"

#include <QJsonObject>

namespace api::codec {

/// Calls 7 and 24: a survey's qualifications, or the master list.
Result<QList<Qualification>> qualifications(const Answer &answer);
/// Call 8.
Result<Qualification> qualification(const Answer &answer);

/// `range_sets`, `condition_codes` or `zipcodes`, never two of them (contract.md, send strictly).
QJsonObject written(const Targeting &targeting);
/// A number when all digits, without a leading zero and at most 15 long, else a string.
QJsonValue writtenZip(const QString &zip);
/// "25-34".
QString writtenRange(const Range &range);

} // namespace api::codec
