// What the feasibility service was asked and has answered, in the local database.
#pragma once

#include "models/feasibility/feasibilityrun.h"

#include <QSqlDatabase>

namespace models::feasibilitytable {

constexpr int runsKept = 200; ///< of an account

/// The newest first. What can't be read is left out and stays.
QList<FeasibilityRun> read(QSqlDatabase &database, const QString &account);

/// The run with all its points, in one transaction; forgets the oldest beyond `runsKept`.
bool add(QSqlDatabase &database, const QString &account, const FeasibilityRun &run);

/// What came of the point at `place` of a run that add() wrote.
bool update(QSqlDatabase &database, const QString &uuid, int place, const FeasibilityPoint &point);

void remove(QSqlDatabase &database, const QString &uuid);

} // namespace models::feasibilitytable
