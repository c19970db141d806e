#include "models/surveys/snapshottable.h"

#include <QHash>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace models::snapshottable {

namespace {

constexpr int mostThinned = 20; ///< histories a record; each takes a few milliseconds
constexpr qint64 thinEvery = 6 * 3'600;

/// From the columns at, complete, entrants, needed, cpi, status, which begin at `first`.
Snapshot readRow(const QSqlQuery &row, int first)
{
    return {.at = QDateTime::fromSecsSinceEpoch(row.value(first).toLongLong(), Qt::UTC),
            .complete = row.value(first + 1).toInt(),
            .entrants = row.value(first + 2).toInt(),
            .needed = row.value(first + 3).toInt(),
            .cpi = {row.value(first + 4).toLongLong()},
            .status = api::SurveyStatus(row.value(first + 5).toInt())};
}

History readHistory(QSqlDatabase &database, qint64 key)
{
    History history;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT at, complete, entrants, needed, cpi, status FROM snapshots"
                  " WHERE survey = ? ORDER BY at"_s);
    query.addBindValue(key);
    query.exec();
    while (query.next())
        history.append(readRow(query, 0));
    return history;
}

QHash<QString, qint64> keysOf(QSqlDatabase &database, const QString &account)
{
    QHash<QString, qint64> keys;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT survey, key FROM snapshot_surveys WHERE account = ?"_s);
    query.addBindValue(account);
    query.exec();
    while (query.next())
        keys.insert(query.value(0).toString(), query.value(1).toLongLong());
    return keys;
}

/// Prepared once for all surveys of a list.
struct Recorder
{
    explicit Recorder(QSqlDatabase &database)
        : adding(database)
        , looking(database)
        , inserting(database)
    {
        adding.prepare(u"INSERT INTO snapshot_surveys (account, survey, thinned)"
                       " VALUES (?, ?, ?)"_s);
        looking.prepare(u"SELECT at, complete, entrants, needed, cpi, status FROM snapshots"
                        " WHERE survey = ? ORDER BY at DESC LIMIT 1"_s);
        inserting.prepare(u"REPLACE INTO snapshots (survey, at, complete, entrants, needed, cpi,"
                          " status) VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    }

    qint64 add(const QString &account, const QString &survey, const QDateTime &at)
    {
        adding.addBindValue(account);
        adding.addBindValue(survey);
        adding.addBindValue(at.toSecsSinceEpoch());
        adding.exec();
        return adding.lastInsertId().toLongLong();
    }

    bool isNews(qint64 key, const Snapshot &fresh)
    {
        looking.addBindValue(key);
        looking.exec();
        const bool isOther = !looking.next() || differs(readRow(looking, 0), fresh);
        looking.finish();
        return isOther;
    }

    void insert(qint64 key, const Snapshot &fresh)
    {
        for (const qint64 value :
             {key, fresh.at.toSecsSinceEpoch(), qint64(fresh.complete), qint64(fresh.entrants),
              qint64(fresh.needed), fresh.cpi.hundredths, qint64(fresh.status)})
            inserting.addBindValue(value);
        inserting.exec();
    }

    QSqlQuery adding;
    QSqlQuery looking;
    QSqlQuery inserting;
};

QList<qint64> dueForThinning(QSqlDatabase &database, qint64 now)
{
    QList<qint64> keys;
    QSqlQuery query(database);
    query.prepare(u"SELECT key FROM snapshot_surveys WHERE thinned < ? ORDER BY thinned LIMIT ?"_s);
    query.addBindValue(now - thinEvery);
    query.addBindValue(mostThinned);
    query.exec();
    while (query.next())
        keys.append(query.value(0).toLongLong());
    return keys;
}

void thin(QSqlDatabase &database, qint64 key, const QDateTime &now)
{
    const History all = readHistory(database, key);
    const History kept = thinned(all, now);
    QSqlQuery removal(database);
    removal.prepare(u"DELETE FROM snapshots WHERE survey = ? AND at = ?"_s);
    for (qsizetype i = 0, at = 0; i < all.size(); ++i) {
        if (at < kept.size() && kept[at].at == all[i].at) {
            ++at;
            continue;
        }
        removal.addBindValue(key);
        removal.addBindValue(all[i].at.toSecsSinceEpoch());
        removal.exec();
    }
    QSqlQuery mark(database);
    mark.prepare(u"UPDATE snapshot_surveys SET thinned = ? WHERE key = ?"_s);
    mark.addBindValue(now.toSecsSinceEpoch());
    mark.addBindValue(key);
    mark.exec();
}

} // namespace

void record(QSqlDatabase &database, const QString &account, const QList<api::Survey> &surveys,
            const QDateTime &at)
{
    database.transaction();
    const QHash<QString, qint64> keys = keysOf(database, account);
    Recorder recorder(database);
    for (const api::Survey &survey : surveys) {
        if (!survey.knows(snapshotFigures)) // a 0 that the service didn't tell would be booked
            continue;
        const Snapshot fresh = snapshotOf(survey, at);
        const auto known = keys.constFind(survey.id.value);
        const bool isKnown = known != keys.constEnd();
        const qint64 key = isKnown ? *known : recorder.add(account, survey.id.value, at);
        if (!isKnown || recorder.isNews(key, fresh))
            recorder.insert(key, fresh);
    }
    for (const qint64 key : dueForThinning(database, at.toSecsSinceEpoch()))
        thin(database, key, at);
    database.commit();
}

History read(QSqlDatabase &database, const QString &account, const api::SurveyId &survey)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT key FROM snapshot_surveys WHERE account = ? AND survey = ?"_s);
    query.addBindValue(account);
    query.addBindValue(survey.value);
    query.exec();
    return query.next() ? readHistory(database, query.value(0).toLongLong()) : History {};
}

QHash<api::SurveyId, Snapshot> allAt(QSqlDatabase &database, const QString &account,
                                     const QDateTime &at)
{
    QHash<api::SurveyId, Snapshot> all;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT s.survey, p.at, p.complete, p.entrants, p.needed, p.cpi, p.status"
                  " FROM snapshot_surveys s JOIN snapshots p ON p.survey = s.key AND p.at ="
                  " (SELECT max(at) FROM snapshots WHERE survey = s.key AND at <= ?)"
                  " WHERE s.account = ?"_s);
    query.addBindValue(at.toSecsSinceEpoch());
    query.addBindValue(account);
    query.exec();
    while (query.next())
        all.insert({query.value(0).toString()}, readRow(query, 1));
    return all;
}

} // namespace models::snapshottable
