// Which pair of colours a survey's status has.
#pragma once

#include "api/types/survey.h"
#include "ui/widgets/theme.h"

namespace ui {

inline Role statusRole(int status)
{
    switch (api::SurveyStatus(status)) {
    case api::SurveyStatus::Active:
        return Role::Good;
    case api::SurveyStatus::Completed:
        return Role::Information;
    case api::SurveyStatus::Inactive:
    case api::SurveyStatus::Closed:
    case api::SurveyStatus::Unknown:
        break;
    }
    return Role::Neutral;
}

} // namespace ui
