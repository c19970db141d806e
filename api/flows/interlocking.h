// Flows over calls 15–17: writes of a grid that are read back when their fate is unclear.
#pragma once

#include "api/http/client.h"
#include "api/types/interlocking.h"

namespace api::flows {

/// Sends call 16 once. After a failure that may hide a success it reads the grid: one that is
/// there is the answer, since a second call might reset its cells (retry matrix, DetectableCreate).
/// `before` is the first cell of a grid that is to be replaced: while it is there, nothing was
/// done.
Task<Interlocking> createInterlocking(Client &client, SurveyId id, QList<QualificationCode> codes,
                                      CombinationId before = {});

/// Sends call 17; after an unclear failure reads the grid and sends once more only if a cell still
/// differs (SetState). Answers the grid as it now stands.
Task<Interlocking> updateInterlocking(Client &client, SurveyId id, QList<CellChange> changes);

} // namespace api::flows
