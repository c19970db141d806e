// What became of the list of surveys since it was last told.
#pragma once

#include "api/types/ids.h"

#include <QList>

namespace models {

struct SurveyNews
{
    QList<api::SurveyId> fresh; ///< new in the list, or with other values
    QList<api::SurveyId> gone;
    bool isReordered = false; ///< the list has another order; otherwise new ones stand at its end
};

} // namespace models
