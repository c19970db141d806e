// Opens the local file safely: checks it, sets a broken one aside, brings the schema up to date.
#pragma once

#include "models/database/database.h"

namespace models::databasefile {

/// Opens `connection` on `path`, or on memory when that fails. Blocks; called in the worker's
/// thread. A file that is broken or of a newer version is renamed to `<name>.corrupt-<time>`
/// together with its journal, and what a person can't get back (connections, submitted
/// reconciliations, surveys being created, drafts, history) is copied from it as far as it can be
/// read.
DatabaseReport open(QSqlDatabase &connection, const QString &path);

/// The schema's version that this program writes.
int schemaVersion();

/// Runs the migrations that `connection` lacks, each in one transaction. False when one failed;
/// those before it stand.
bool migrate(QSqlDatabase &connection);

/// Copies the rows of the tables that are never dropped; answers how many it could read.
int salvage(QSqlDatabase &from, QSqlDatabase &to);

} // namespace models::databasefile
