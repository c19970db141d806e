// The surveys of an account as the local database last saw them. A cache: it may be dropped.
#pragma once

#include "api/types/survey.h"

#include <QDateTime>
#include <QSqlDatabase>

namespace models::surveycache {

struct Entry
{
    QList<api::Survey> surveys; ///< in the server's order
    QDateTime updated; ///< UTC, when the list was read from the server; invalid: never
    bool isIncomplete = false; ///< the list ended with an error
    bool operator==(const Entry &) const = default;
};

/// Rows that can't be read are left out: the next refresh brings them again.
Entry read(QSqlDatabase &database, const QString &account);

/// Replaces the account's list in one transaction.
void write(QSqlDatabase &database, const QString &account, const Entry &entry);

/// Adds or replaces one; a new one comes first.
void writeOne(QSqlDatabase &database, const QString &account, const api::Survey &survey);

} // namespace models::surveycache
