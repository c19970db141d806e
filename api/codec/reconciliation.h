// Accepted UIDs read, and a list of UIDs to be submitted written.
#pragma once

#include "api/calls/request.h"
#include "api/types/reconciliation.h"

namespace api::codec {

/// Call 18. A million UIDs go straight into one buffer.
Result<Reconciliation> reconciliation(const Answer &answer);

/// The body of call 19, in one buffer: no document is built for a million UIDs.
QByteArray written(const Submission &submission);

} // namespace api::codec
