// Flows over calls 25–27: adding, removing some, removing all, each with a known end.
#pragma once

#include "api/http/client.h"

namespace api::flows {

/// Sends call 26 once. After an unclear failure or *no change* it reads the list: all of `excluded`
/// there is success, with `changed` false where nothing was to be done (retry matrix,
/// DetectableCreate).
Task<Done> addExclusions(Client &client, SurveyId id, QList<SurveyId> excluded);

/// Sends call 27; after an unclear failure reads the list and sends once more only if it isn't
/// empty (SetState). None there already is success with `changed` false.
Task<Done> deleteExclusions(Client &client, SurveyId id);

/// How removing some ended. The server can only remove all and add: `owed` are those that it had
/// before and that could not be put back for certain; empty: nothing is lost.
struct ExclusionRemoval
{
    QList<SurveyId> owed;
    std::optional<ApiError> error; ///< why they were not removed; nothing: they were
    bool operator==(const ExclusionRemoval &) const = default;
};

/// Removes `gone` from `before`, the list as it was read just now: call 27, then call 26 with the
/// rest. When the server refuses the rest, or is read not to have it, all of `before` is saved
/// again; when that fails too, or nothing can be read, `before` is owed. The error of the task
/// itself means that nothing was changed.
Task<ExclusionRemoval> removeExclusions(Client &client, SurveyId id, QList<SurveyId> before,
                                        QList<SurveyId> gone);

} // namespace api::flows
