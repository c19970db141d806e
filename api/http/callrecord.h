// One call as the activity journal keeps it: what a person may see, with every secret left out.
#pragma once

#include "api/calls/request.h"

#include <QDateTime>

namespace api {

/// Made for each Client::send when it ends. Text is redacted: no hash, key, client ID; a body is
/// bounded (Redactor) and ends in "…" when it was cut; of UIDs there is a count only.
struct CallRecord
{
    QDateTime started; ///< UTC
    std::chrono::milliseconds duration {0};
    Verb verb = Verb::Get;
    QString endpoint;
    QString query; ///< "page=2", encoded, without the hash
    QString headers; ///< the call's own, "X-Project-Id: …", one a line
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
