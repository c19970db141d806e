// The schema of the local database, from any earlier version to this one.
#pragma once

#include "models/database/sql.h"

namespace models::databasefile {

/// The schema's version that this program writes.
int schemaVersion();
sql::Result<int> versionOf(const QSqlDatabase &connection); ///< the schema's version of a file

/// Runs the migrations that `connection` lacks, each in one transaction; when one fails, those
/// before it stand.
[[nodiscard]] sql::Result<sql::Done> migrate(QSqlDatabase &connection);

/// Whether the file can be written to now: writes its own version again.
[[nodiscard]] sql::Result<sql::Done> probe(QSqlDatabase &connection);

} // namespace models::databasefile
