// Opens the local file safely: checks it, sets a damaged one aside, brings the schema up to date.
#pragma once

#include "models/database/database.h"

namespace models::databasefile {

/// How long a statement waits for another program that holds the file, in milliseconds.
constexpr int busyTimeout = 2000;

/// Opens `connection` on `path`. Blocks; called in the worker's thread.
///
/// Only a file that SQLite finds damaged is renamed, to `<name>.corrupt-<time>` together with its
/// journal; every table that isn't a cache is copied from it as far as it can be read. A file of a
/// newer version, and one that can't be used now (disk full, locked, read-only, an I/O error), stay
/// where they are: the connection is to memory then, with what could be read.
DatabaseReport open(QSqlDatabase &connection, const QString &path);

/// Only to read: changes nothing, migrates nothing, sets nothing aside, and works beside a running
/// program. Not open when there is no file, or it is damaged, busy or of another version.
DatabaseReport openReadOnly(QSqlDatabase &connection, const QString &path);

/// Opens `fresh` on `path` and brings what `current` holds into it: the program worked on memory,
/// or on a file that has been deleted since. Not open: `current` goes on.
DatabaseReport reopen(QSqlDatabase &current, QSqlDatabase &fresh, const QString &path);

} // namespace models::databasefile
