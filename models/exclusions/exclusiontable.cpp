#include "models/exclusions/exclusiontable.h"

#include "models/database/sql.h"

using namespace Qt::StringLiterals;

namespace models::exclusiontable {

namespace {

QString lines(const QList<api::SurveyId> &ids)
{
    QStringList all;
    for (const api::SurveyId &id : ids)
        all.append(id.value);
    return all.join(u'\n');
}

QList<api::SurveyId> ids(const QString &lines)
{
    QList<api::SurveyId> all;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts))
        all.append({line});
    return all;
}

} // namespace

Entry read(QSqlDatabase &database, const QString &account, const api::SurveyId &survey)
{
    Entry entry;
    std::ignore = sql::each(
        database, u"SELECT known, owed, updated FROM exclusions WHERE account = ? AND survey = ?"_s,
        {account, survey.value}, [&entry](const QSqlQuery &row) {
            const qint64 updated = row.value(2).toLongLong();
            entry = {ids(row.value(0).toString()), ids(row.value(1).toString()),
                     updated > 0 ? QDateTime::fromMSecsSinceEpoch(updated, Qt::UTC) : QDateTime()};
        });
    return entry;
}

sql::Result<sql::Done> write(QSqlDatabase &database, const QString &account,
                             const api::SurveyId &survey, const Entry &entry)
{
    return sql::exec(database,
                     u"REPLACE INTO exclusions (account, survey, known, owed, updated)"
                     " VALUES (?, ?, ?, ?, ?)"_s,
                     {account, survey.value, lines(entry.known), lines(entry.owed),
                      entry.updated.isValid() ? entry.updated.toMSecsSinceEpoch() : qint64(0)});
}

} // namespace models::exclusiontable
