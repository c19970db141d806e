#include "models/reference/referencecache.h"

#include <QSqlQuery>
#include <QVariant>

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
    QSqlQuery query(database);
    query.prepare(u"SELECT list, body, updated FROM reference_lists WHERE account = ?"_s);
    query.addBindValue(account);
    query.exec();
    while (query.next())
        lists.insert(query.value(0).toString(), entryFrom(query.value(1), query.value(2)));
    return lists;
}

void writeList(QSqlDatabase &database, const QString &account, const QString &list,
               const Entry &entry)
{
    QSqlQuery query(database);
    query.prepare(u"REPLACE INTO reference_lists (account, list, body, updated)"
                  " VALUES (?, ?, ?, ?)"_s);
    query.addBindValue(account);
    query.addBindValue(list);
    query.addBindValue(entry.body);
    query.addBindValue(entry.updated.toMSecsSinceEpoch());
    query.exec();
}

Entry readMaster(QSqlDatabase &database, const QString &account, const api::CountryId &country,
                 const api::LanguageId &language)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT body, updated FROM qualification_masters"
                  " WHERE account = ? AND country = ? AND language = ?"_s);
    query.addBindValue(account);
    query.addBindValue(country.value);
    query.addBindValue(language.value);
    query.exec();
    return query.next() ? entryFrom(query.value(0), query.value(1)) : Entry();
}

void writeMaster(QSqlDatabase &database, const QString &account, const api::CountryId &country,
                 const api::LanguageId &language, const Entry &entry)
{
    QSqlQuery query(database);
    query.prepare(u"REPLACE INTO qualification_masters (account, country, language, body, updated)"
                  " VALUES (?, ?, ?, ?, ?)"_s);
    query.addBindValue(account);
    query.addBindValue(country.value);
    query.addBindValue(language.value);
    query.addBindValue(entry.body);
    query.addBindValue(entry.updated.toMSecsSinceEpoch());
    query.exec();
}

} // namespace models::referencecache
