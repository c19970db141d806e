// The colours of a submission's state, wherever it is shown.
#pragma once

#include "models/reconciliation/reconciliationtable.h"
#include "ui/widgets/theme.h"

namespace ui {

/// A models::SubmissionState; a negative one is none (OverviewModel::NoState).
inline Role submissionRole(int state)
{
    switch (models::SubmissionState(state)) {
    case models::SubmissionState::Completed:
        return Role::Good;
    case models::SubmissionState::Sending:
    case models::SubmissionState::Submitted:
    case models::SubmissionState::Processing:
        return Role::Information;
    case models::SubmissionState::Rejected:
        return Role::Error;
    case models::SubmissionState::Unknown:
        return Role::Warning;
    }
    return Role::Neutral;
}

} // namespace ui
