// Waiting between two tries, that a person can end.
#pragma once

#include "api/http/cancellation.h"

#include <QCoroTask>
#include <QList>

#include <chrono>

namespace api {

/// Resumes after `time`, or at once when one of `enders` is or becomes cancelled.
QCoro::Task<> pause(std::chrono::milliseconds time, QList<Cancellation> enders);

} // namespace api
