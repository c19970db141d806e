// What could not be sent of a survey's status and terms waits for the person and is sent later.
#pragma once

namespace models {

class PendingEdits;
class SurveyStore;

/// Keeps what `surveys` could not send (statusUnsent, termsUnsent), sends it when asked to and
/// settles it once the server has it. Both live at least as long as each other.
void keepUnsent(SurveyStore &surveys, PendingEdits &pending);

} // namespace models
