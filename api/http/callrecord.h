// One call as the activity journal keeps it: what a person may see, with every secret left out.
#pragma once

#include "api/calls/request.h"

#include <QDateTime>

namespace api {

/// Made for each Client::send when it ends. Text is redacted: no hash, key, client ID; bodies are
/// bounded to 4,000 characters with their full size told.
struct CallRecord
{
    QDateTime started; ///< UTC
    std::chrono::milliseconds duration {0};
    Verb verb = Verb::Get;
    QString endpoint;
    SurveyId survey;
    int tries = 0;
    int httpStatus = 0;
    std::optional<ErrorKind> error; ///< nothing on success
    QString requestBody;
    QString answerBody;
    qint64 answerSize = 0; ///< bytes
    bool operator==(const CallRecord &) const = default;
};

} // namespace api
