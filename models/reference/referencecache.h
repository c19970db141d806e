// Reference lists in the local database, each with the time when the server told it.
#pragma once

#include "api/types/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QSqlDatabase>
#include <QString>

namespace models::referencecache {

struct Entry
{
    QByteArray body; ///< referencejson
    QDateTime updated; ///< UTC; invalid when there is no entry
};

/// By `list`: "country", "language", "study_category", "vertical".
QHash<QString, Entry> readLists(QSqlDatabase &database, const QString &account);
void writeList(QSqlDatabase &database, const QString &account, const QString &list,
               const Entry &entry);

Entry readMaster(QSqlDatabase &database, const QString &account, const api::CountryId &country,
                 const api::LanguageId &language);
void writeMaster(QSqlDatabase &database, const QString &account, const api::CountryId &country,
                 const api::LanguageId &language, const Entry &entry);

} // namespace models::referencecache
