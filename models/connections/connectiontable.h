// The kept connections in the local database.
#pragma once

#include "models/connections/connection.h"

#include <QSqlDatabase>

namespace models::connectiontable {

struct Entry
{
    Connection connection;
    qint64 lastUsed = 0; ///< UTC milliseconds
};

QList<Entry> read(QSqlDatabase &database); ///< the sandbox's row, if any, is among them
/// Of the kept connection; without a name of the one used last. Empty when there is none.
QString accountOf(QSqlDatabase &database, const QString &name);
void write(QSqlDatabase &database, const Connection &connection, const QString &account);
void markUsed(QSqlDatabase &database, const Connection &connection, const QString &account,
              qint64 now);
/// With cached lists of its account, unless another connection has the same account. Submitted
/// reconciliations and surveys being created stay.
void remove(QSqlDatabase &database, const QString &name);

} // namespace models::connectiontable
