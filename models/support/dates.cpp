#include "models/support/dates.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace models {

QString dateText(QDate date)
{
    const QLocale locale;
    QString form = locale.dateFormat(QLocale::ShortFormat);
    if (!form.contains(u"yyyy"_s)) // two digits leave open which of the numbers is the year
        form.replace(u"yy"_s, u"yyyy"_s);
    return locale.toString(date, form);
}

QString momentText(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    return dateText(local.date()) + u' ' + QLocale().toString(local.time(), QLocale::ShortFormat);
}

} // namespace models
