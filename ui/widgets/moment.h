// A moment as a person reads it: the time alone when it is of today.
#pragma once

class QDateTime;
class QString;

namespace ui {

QString momentText(const QDateTime &moment); ///< in local time, in the person's locale

} // namespace ui
