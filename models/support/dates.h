// Dates and times as a person reads them: short, in the person's locale, years with four digits.
#pragma once

#include <QDateTime>
#include <QString>

namespace models {

QString dateText(QDate date); ///< "3 Dec 2026", "12/3/2026"; empty for an invalid date
/// In the person's time zone: "12/3/2026 2:05 PM"; empty for an invalid time.
QString momentText(const QDateTime &moment);

} // namespace models
