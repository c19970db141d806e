// What the surveys list was filtered by when the program ended.
#pragma once

#include "api/types/survey.h"

#include <QSet>

namespace ui {

struct SurveyFilters
{
    QString search;
    QSet<api::SurveyStatus> statuses; ///< empty: all
    bool needsAttention = false;
    bool operator==(const SurveyFilters &) const = default;
};

SurveyFilters keptFilters(); ///< of the settings; what another version wrote is left aside
void keepFilters(const SurveyFilters &filters);

} // namespace ui
