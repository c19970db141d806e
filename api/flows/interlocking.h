// Flows over calls 15–17: writes of a grid that are read back when their fate is unclear.
#pragma once

#include "api/http/client.h"
#include "api/types/interlocking.h"

namespace api::flows {

/// Sends call 16 once. After a failure that may hide a success it reads the grid: one that crosses
/// the qualifications of `codes` is the answer, since a second call might reset its cells (retry
/// matrix, DetectableCreate). `before` is the first cell of a grid that is to be replaced: while it
/// is there, nothing was done. A grid of other qualifications is the error isAnotherGrid().
Task<Interlocking> createInterlocking(Client &client, SurveyId id, QList<QualificationCode> codes,
                                      CombinationId before = {});

/// A grid is there that crosses other qualifications than were to be crossed: somebody else made
/// it.
ApiError anotherGrid();
bool isAnotherGrid(const ApiError &error);

/// Sends call 17; after an unclear failure reads the grid and sends once more only if a cell still
/// differs (SetState). Answers the grid as it now stands: read once more when the answer doesn't
/// have the cells as they were sent, so it may hold others.
Task<Interlocking> updateInterlocking(Client &client, SurveyId id, QList<CellChange> changes);

} // namespace api::flows
