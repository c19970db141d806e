// Which pair of colours a survey's status, pace and attention have.
#pragma once

#include "api/types/survey.h"
#include "models/surveys/attention.h"
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

inline Role paceRole(int pace)
{
    switch (models::Pace(pace)) {
    case models::Pace::Behind:
        return Role::Warning;
    case models::Pace::OnTrack:
        return Role::Good;
    case models::Pace::Ahead:
        return Role::Information;
    case models::Pace::Done:
    case models::Pace::None:
        break;
    }
    return Role::Neutral;
}

inline Role attentionRole(int urgency)
{
    switch (models::Urgency(urgency)) {
    case models::Urgency::Problem:
        return Role::Error;
    case models::Urgency::Warning:
        return Role::Warning;
    case models::Urgency::Notice:
    case models::Urgency::None:
        break;
    }
    return Role::Neutral;
}

} // namespace ui
