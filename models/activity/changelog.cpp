#include "models/activity/changelog.h"

#include "models/database/database.h"
#include "models/support/figures.h"
#include "models/surveys/surveymodel.h"

#include <QLocale>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace models {

namespace {

qint64 insert(QSqlDatabase &database, const QString &account, const Change &change)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO changes (account, at, survey, what, before, after, origin)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    query.addBindValue(account);
    query.addBindValue(change.at.toMSecsSinceEpoch());
    for (const QString &text : {change.survey.value, change.what, change.before, change.after})
        query.addBindValue(text.isNull() ? u""_s : text); // a null string would be NULL
    query.addBindValue(int(change.origin));
    query.exec();
    const qint64 id = query.lastInsertId().toLongLong();
    query.prepare(u"DELETE FROM changes WHERE id <= (SELECT max(id) FROM changes) - ?"_s);
    query.addBindValue(ChangeLog::limit);
    query.exec();
    return id;
}

QList<Change> read(QSqlDatabase &database, const QString &account, int count,
                   const api::SurveyId &survey)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT id, at, survey, what, before, after, origin FROM changes"
                  " WHERE account = :account AND (:any OR survey = :survey)"
                  " ORDER BY id DESC LIMIT :count"_s);
    query.bindValue(u":account"_s, account);
    query.bindValue(u":any"_s, survey.isEmpty());
    query.bindValue(u":survey"_s, survey.value);
    query.bindValue(u":count"_s, count);
    query.exec();
    QList<Change> changes;
    while (query.next())
        changes.append({.id = query.value(0).toLongLong(),
                        .at = QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong(), Qt::UTC),
                        .survey = {query.value(2).toString()},
                        .what = query.value(3).toString(),
                        .before = query.value(4).toString(),
                        .after = query.value(5).toString(),
                        .origin = Change::Origin(query.value(6).toInt())});
    return changes;
}

QString dateText(QDate date)
{
    return QLocale().toString(date, QLocale::ShortFormat);
}

} // namespace

QList<Change> differences(const api::Survey &before, const api::Survey &after)
{
    QList<Change> changes;
    const auto compare = [&changes](const QString &what, const QString &was, const QString &is) {
        if (was != is)
            changes.append({.at = {}, .survey = {}, .what = what, .before = was, .after = is});
    };
    const QLocale locale;
    compare(ChangeLog::tr("Status"), statusName(before), statusName(after));
    compare(ChangeLog::tr("LOI"), locale.toString(before.loi), locale.toString(after.loi));
    compare(ChangeLog::tr("CPI"), moneyText(before.cpi), moneyText(after.cpi));
    compare(ChangeLog::tr("Completes needed"), countText(before.completeNeeded),
            countText(after.completeNeeded));
    compare(ChangeLog::tr("Start"), dateText(before.start), dateText(after.start));
    compare(ChangeLog::tr("End"), dateText(before.end), dateText(after.end));
    return changes;
}

ChangeLog::ChangeLog(Database &database, QString account, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
}

void ChangeLog::add(const api::SurveyId &survey, const QString &what, const QString &before,
                    const QString &after)
{
    keep({.at = {}, .survey = survey, .what = what, .before = before, .after = after});
}

void ChangeLog::addWritten(const api::Survey &before, const api::Survey &after)
{
    keepAll(before, after, Change::Here);
}

void ChangeLog::addSeen(const api::Survey &before, const api::Survey &after)
{
    keepAll(before, after, Change::Elsewhere);
}

void ChangeLog::keepAll(const api::Survey &before, const api::Survey &after, Change::Origin origin)
{
    for (Change change : differences(before, after)) {
        change.survey = after.id;
        change.origin = origin;
        keep(std::move(change));
    }
}

void ChangeLog::keep(Change change)
{
    change.at = QDateTime::currentDateTimeUtc();
    m_database.ask([account = m_account,
                    change](QSqlDatabase &database) { return insert(database, account, change); },
                   this,
                   [this, change](qint64 id) {
                       Change kept = change;
                       kept.id = id;
                       Q_EMIT added(kept);
                   });
}

QFuture<QList<Change>> ChangeLog::newest(int count, api::SurveyId survey) const
{
    return m_database.run([account = m_account, count, survey](QSqlDatabase &database) {
        return read(database, account, count, survey);
    });
}

} // namespace models

#include "moc_changelog.cpp"
