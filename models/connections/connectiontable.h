// The kept connections in the local database.
#pragma once

#include "models/connections/connection.h"
#include "models/database/sql.h"

#include <QSqlDatabase>

namespace models::connectiontable {

struct Entry
{
    Connection connection;
    qint64 lastUsed = 0; ///< UTC milliseconds
};

struct NamedAccount
{
    QString name;
    QString account;
    bool operator==(const NamedAccount &) const = default;
};

/// The sandbox's row, if any, is among them.
[[nodiscard]] sql::Result<QList<Entry>> read(QSqlDatabase &database);
QList<NamedAccount> accounts(QSqlDatabase &database); ///< the one used last comes first
[[nodiscard]] sql::Result<sql::Done> write(QSqlDatabase &database, const Connection &connection,
                                           const QString &account);
[[nodiscard]] sql::Result<sql::Done> markUsed(QSqlDatabase &database, const Connection &connection,
                                              const QString &account, qint64 now);
/// With all rows of its account, of every table, unless another connection has the same account.
[[nodiscard]] sql::Result<sql::Done> remove(QSqlDatabase &database, const QString &name);
/// In place of the connection `name`. When its account is another one now, drafts, records and
/// history go along, unless another connection has the former account.
[[nodiscard]] sql::Result<sql::Done> replace(QSqlDatabase &database, const QString &name,
                                             const Entry &entry, const QString &account);
/// Whether a creation or a submission of the connection's account is unclear: it can only be looked
/// for there.
[[nodiscard]] sql::Result<bool> isUnclear(QSqlDatabase &database, const QString &name);

} // namespace models::connectiontable
