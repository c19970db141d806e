// What could not be sent of a survey's status and terms waits for the person and is sent later.
#pragma once

#include "api/types/survey.h"

namespace models {

class PendingEdits;
class SurveyStore;

/// Keeps what `surveys` could not send (statusUnsent, termsUnsent), sends it when asked to and
/// settles it once the server has it. Both live at least as long as each other.
void keepUnsent(SurveyStore &surveys, PendingEdits &pending);

/// Keeps a change of terms that was not sent, with what waits of the survey's terms already.
void keepTerms(const SurveyStore &surveys, PendingEdits &pending, const api::SurveyId &survey,
               const api::SurveyChange &change);

/// Whether all of `change` waits already.
bool isKept(const PendingEdits &pending, const api::SurveyId &survey,
            const api::SurveyChange &change);

} // namespace models
