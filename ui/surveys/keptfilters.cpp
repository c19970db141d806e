#include "ui/surveys/keptfilters.h"

#include <QSettings>

using namespace Qt::StringLiterals;
using api::SurveyStatus;

namespace ui {

namespace {

constexpr int schema = 1;
const QString filtersKey = u"surveys/filtersSchema"_s;

} // namespace

SurveyFilters keptFilters()
{
    const QSettings settings;
    SurveyFilters filters;
    if (settings.value(filtersKey).toInt() != schema)
        return filters;
    filters.search = settings.value(u"surveys/search"_s).toString();
    filters.needsAttention = settings.value(u"surveys/needsAttention"_s).toBool();
    const QStringList kept = settings.value(u"surveys/statuses"_s).toStringList();
    for (const SurveyStatus status : {SurveyStatus::Active, SurveyStatus::Inactive,
                                      SurveyStatus::Completed, SurveyStatus::Closed}) {
        if (kept.contains(QString::number(int(status))))
            filters.statuses.insert(status);
    }
    return filters;
}

void keepFilters(const SurveyFilters &filters)
{
    QStringList statuses;
    for (const SurveyStatus status : filters.statuses)
        statuses.append(QString::number(int(status)));
    statuses.sort();
    QSettings settings;
    settings.setValue(filtersKey, schema);
    settings.setValue(u"surveys/search"_s, filters.search);
    settings.setValue(u"surveys/needsAttention"_s, filters.needsAttention);
    settings.setValue(u"surveys/statuses"_s, statuses);
}

} // namespace ui
