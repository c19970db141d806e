#include "ui/widgets/moment.h"

#include <QDateTime>
#include <QLocale>

namespace ui {

QString momentText(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return local.date() == QDate::currentDate()
        ? QLocale().toString(local.time(), QLocale::ShortFormat)
        : QLocale().toString(local, QLocale::ShortFormat);
}

} // namespace ui
