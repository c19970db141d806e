// ApiError in a person's words, in one place.
#pragma once

#include "api/types/apierror.h"

#include <QString>

namespace ui {

/// One sentence: what happened and what to do ("The server can't be reached. …"). Plain text.
QString errorSentence(const api::ApiError &error);

/// Endpoint, HTTP and body status, detail: for **Details**. Plain text, holds no secret.
QString errorDetails(const api::ApiError &error);

/// Text of the server made safe to show: control characters visible, bidi isolated.
QString shown(const QString &serverText);

} // namespace ui
