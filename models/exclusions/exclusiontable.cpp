#include "models/exclusions/exclusiontable.h"

#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace models::exclusiontable {

namespace {

QString lines(const QList<api::SurveyId> &ids)
{
    QStringList all;
    for (const api::SurveyId &id : ids)
        all.append(id.value);
    return all.isEmpty() ? u""_s : all.join(u'\n'); // a null string would be NULL
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
    QSqlQuery query(database);
    query.prepare(
        u"SELECT known, owed, updated FROM exclusions WHERE account = ? AND survey = ?"_s);
    query.addBindValue(account);
    query.addBindValue(survey.value);
    query.exec();
    if (!query.next())
        return {};
    const qint64 updated = query.value(2).toLongLong();
    return {ids(query.value(0).toString()), ids(query.value(1).toString()),
            updated > 0 ? QDateTime::fromMSecsSinceEpoch(updated, Qt::UTC) : QDateTime()};
}

void write(QSqlDatabase &database, const QString &account, const api::SurveyId &survey,
           const Entry &entry)
{
    QSqlQuery query(database);
    query.prepare(u"REPLACE INTO exclusions (account, survey, known, owed, updated)"
                  " VALUES (?, ?, ?, ?, ?)"_s);
    query.addBindValue(account);
    query.addBindValue(survey.value);
    query.addBindValue(lines(entry.known));
    query.addBindValue(lines(entry.owed));
    query.addBindValue(entry.updated.isValid() ? entry.updated.toMSecsSinceEpoch() : 0);
    query.exec();
}

} // namespace models::exclusiontable
