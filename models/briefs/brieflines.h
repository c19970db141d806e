// A brief as lines "Name: value", the form of mails and documents.
#pragma once

#include "models/briefs/brief.h"

namespace models {

/// Pure; takes any text. Answers may stand on lines of their own below their field.
Brief briefFromLines(const QString &text);

} // namespace models
