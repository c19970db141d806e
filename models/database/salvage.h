// Copies rows out of a database as far as they can be read.
#pragma once

#include "models/database/sql.h"

#include <QSqlDatabase>
#include <QStringList>

namespace models {

/// What came out of one table.
struct RescuedTable
{
    QString table;
    int rows = 0;
    bool isWhole = true; ///< false: some of its pages can't be read
    bool operator==(const RescuedTable &) const = default;
};

/// Tables that aren't copied: caches of what the service has.
QStringList cacheTables();

/// Copies every table of `to` but the caches; behind a page that can't be read it goes on. Rows
/// that `to` has already stay as they are.
QList<RescuedTable> salvage(QSqlDatabase &from, QSqlDatabase &to);

/// Brings rows that were made in memory into a file: rows of `from` replace those of the same key,
/// numbered ones get new numbers unless they are there already.
/// Caches and the surveys' history aren't. All of it, or nothing when the file refuses.
[[nodiscard]] sql::Result<sql::Done> merge(QSqlDatabase &from, QSqlDatabase &to);

/// A translated text: how many drafts, submissions, … were rescued, and of what some is lost.
QString describe(const QList<RescuedTable> &tables);

} // namespace models
