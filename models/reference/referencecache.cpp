#include "models/reference/referencecache.h"

#include "models/database/sql.h"

using namespace Qt::StringLiterals;

namespace models::referencecache {

namespace {

Entry entryFrom(const QVariant &body, const QVariant &updated)
{
    return {body.toByteArray(), QDateTime::fromMSecsSinceEpoch(updated.toLongLong(), Qt::UTC)};
}

} // namespace

QHash<QString, Entry> readLists(QSqlDatabase &database, const QString &account)
{
    QHash<QString, Entry> lists;
    std::ignore =
        sql::each(database, u"SELECT list, body, updated FROM reference_lists WHERE account = ?"_s,
                  {account}, [&lists](const QSqlQuery &row) {
                      lists.insert(row.value(0).toString(), entryFrom(row.value(1), row.value(2)));
                  });
    return lists;
}

void writeList(QSqlDatabase &database, const QString &account, const QString &list,
               const Entry &entry)
{
    std::ignore = sql::exec(database,
                            u"REPLACE INTO reference_lists (account, list, body, updated)"
                            " VALUES (?, ?, ?, ?)"_s,
                            {account, list, entry.body, entry.updated.toMSecsSinceEpoch()});
}

Entry readMaster(QSqlDatabase &database, const QString &account, const api::CountryId &country,
                 const api::LanguageId &language)
{
    Entry entry;
    std::ignore =
        sql::each(database,
                  u"SELECT body, updated FROM qualification_masters"
                  " WHERE account = ? AND country = ? AND language = ?"_s,
                  {account, country.value, language.value}, [&entry](const QSqlQuery &row) {
                      entry = entryFrom(row.value(0), row.value(1));
                  });
    return entry;
}

void writeMaster(QSqlDatabase &database, const QString &account, const api::CountryId &country,
                 const api::LanguageId &language, const Entry &entry)
{
    std::ignore = sql::exec(
        database,
        u"REPLACE INTO qualification_masters (account, country, language, body, updated)"
        " VALUES (?, ?, ?, ?, ?)"_s,
        {account, country.value, language.value, entry.body, entry.updated.toMSecsSinceEpoch()});
}

} // namespace models::referencecache
