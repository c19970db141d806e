// A draft that begins from something that was there: its dates and its name move on.
#pragma once

#include "models/drafts/surveydraft.h"

namespace models {

class TakenNames;

/// The field lasts as many days as before (at least one, 14 where it had no dates) and starts on
/// `today`.
SurveyDraft movedTo(SurveyDraft draft, QDate today);

/// The name with its wave counted up until none of `taken` has it: "Snacks W14" becomes
/// "Snacks W15", "Snacks, wave 02" becomes "Snacks, wave 03", and a name without one gets " W2".
QString nextWaveName(const QString &name, const TakenNames &taken);

} // namespace models
