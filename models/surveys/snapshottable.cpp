#include "models/surveys/snapshottable.h"

#include "models/database/sql.h"

#include <QHash>

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
    std::ignore =
        sql::each(database,
                  u"SELECT at, complete, entrants, needed, cpi, status FROM snapshots"
                  " WHERE survey = ? ORDER BY at"_s,
                  {key}, [&history](const QSqlQuery &row) { history.append(readRow(row, 0)); });
    return history;
}

QHash<QString, qint64> keysOf(QSqlDatabase &database, const QString &account)
{
    QHash<QString, qint64> keys;
    std::ignore =
        sql::each(database, u"SELECT survey, key FROM snapshot_surveys WHERE account = ?"_s,
                  {account}, [&keys](const QSqlQuery &row) {
                      keys.insert(row.value(0).toString(), row.value(1).toLongLong());
                  });
    return keys;
}

/// Prepared once for all surveys of a list.
struct Recorder
{
    explicit Recorder(QSqlDatabase &database)
        : adding(database,
                 u"INSERT INTO snapshot_surveys (account, survey, thinned) VALUES (?, ?, ?)"_s)
        , looking(database,
                  u"SELECT at, complete, entrants, needed, cpi, status FROM snapshots"
                  " WHERE survey = ? ORDER BY at DESC LIMIT 1"_s)
        , inserting(database,
                    u"REPLACE INTO snapshots (survey, at, complete, entrants, needed, cpi, status)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
    {
    }

    sql::Result<sql::Done> add(const QString &account, const QString &survey, const QDateTime &at)
    {
        return adding.exec({account, survey, at.toSecsSinceEpoch()});
    }

    bool isNews(qint64 key, const Snapshot &fresh)
    {
        bool isOther = true;
        std::ignore = looking.each({key}, [&isOther, &fresh](const QSqlQuery &row) {
            isOther = differs(readRow(row, 0), fresh);
        });
        return isOther;
    }

    sql::Result<sql::Done> insert(qint64 key, const Snapshot &fresh)
    {
        return inserting.exec({key, fresh.at.toSecsSinceEpoch(), fresh.complete, fresh.entrants,
                               fresh.needed, fresh.cpi.hundredths, int(fresh.status)});
    }

    sql::Statement adding;
    sql::Statement looking;
    sql::Statement inserting;
};

sql::Result<QList<qint64>> dueForThinning(QSqlDatabase &database, qint64 now)
{
    return sql::rows(
        database, u"SELECT key FROM snapshot_surveys WHERE thinned < ? ORDER BY thinned LIMIT ?"_s,
        {now - thinEvery, mostThinned},
        [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

sql::Result<sql::Done> thin(QSqlDatabase &database, qint64 key, const QDateTime &now)
{
    const History all = readHistory(database, key);
    const History kept = thinned(all, now);
    sql::Statement removal(database, u"DELETE FROM snapshots WHERE survey = ? AND at = ?"_s);
    for (qsizetype i = 0, at = 0; i < all.size(); ++i) {
        if (at < kept.size() && kept[at].at == all[i].at) {
            ++at;
            continue;
        }
        if (const auto removed = removal.exec({key, all[i].at.toSecsSinceEpoch()}); !removed)
            return removed;
    }
    return sql::exec(database, u"UPDATE snapshot_surveys SET thinned = ? WHERE key = ?"_s,
                     {now.toSecsSinceEpoch(), key});
}

sql::Result<sql::Done> recordOne(Recorder &recorder, const QHash<QString, qint64> &keys,
                                 const QString &account, const api::Survey &survey,
                                 const QDateTime &at)
{
    const Snapshot fresh = snapshotOf(survey, at);
    const auto known = keys.constFind(survey.id.value);
    if (known != keys.constEnd())
        return recorder.isNews(*known, fresh) ? recorder.insert(*known, fresh) : sql::Done {};
    const auto added = recorder.add(account, survey.id.value, at);
    return added ? recorder.insert(added->id, fresh) : added;
}

} // namespace

void record(QSqlDatabase &database, const QString &account, const QList<api::Survey> &surveys,
            const QDateTime &at)
{
    const auto write = [&]() -> sql::Result<sql::Done> {
        const QHash<QString, qint64> keys = keysOf(database, account);
        Recorder recorder(database);
        for (const api::Survey &survey : surveys) {
            if (!survey.knows(snapshotFigures)) // a 0 that the service didn't tell would be booked
                continue;
            if (const auto done = recordOne(recorder, keys, account, survey, at); !done)
                return done;
        }
        const auto due = dueForThinning(database, at.toSecsSinceEpoch());
        if (!due)
            return tl::unexpected(due.error());
        for (const qint64 key : *due) {
            if (const auto done = thin(database, key, at); !done)
                return done;
        }
        return sql::Done {};
    };
    // The database shows that it can't be written; the next reading is recorded again.
    std::ignore = sql::transaction(database, write);
}

History read(QSqlDatabase &database, const QString &account, const api::SurveyId &survey)
{
    const auto keys = sql::rows(
        database, u"SELECT key FROM snapshot_surveys WHERE account = ? AND survey = ?"_s,
        {account, survey.value}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    return keys && !keys->isEmpty() ? readHistory(database, keys->constFirst()) : History {};
}

QHash<api::SurveyId, Snapshot> allAt(QSqlDatabase &database, const QString &account,
                                     const QDateTime &at)
{
    QHash<api::SurveyId, Snapshot> all;
    std::ignore =
        sql::each(database,
                  u"SELECT s.survey, p.at, p.complete, p.entrants, p.needed, p.cpi, p.status"
                  " FROM snapshot_surveys s JOIN snapshots p ON p.survey = s.key AND p.at ="
                  " (SELECT max(at) FROM snapshots WHERE survey = s.key AND at <= ?)"
                  " WHERE s.account = ?"_s,
                  {at.toSecsSinceEpoch(), account}, [&all](const QSqlQuery &row) {
                      all.insert({row.value(0).toString()}, readRow(row, 1));
                  });
    return all;
}

QHash<api::SurveyId, QDateTime> begun(QSqlDatabase &database, const QString &account)
{
    QHash<api::SurveyId, QDateTime> all;
    std::ignore = sql::each(
        database,
        u"SELECT s.survey, p.at FROM snapshot_surveys s JOIN snapshots p ON p.survey = s.key"
        " AND p.at = (SELECT min(at) FROM snapshots WHERE survey = s.key AND status = ?)"
        " WHERE s.account = ? AND p.complete = 0 AND p.entrants = 0"_s,
        {int(api::SurveyStatus::Active), account}, [&all](const QSqlQuery &row) {
            all.insert({row.value(0).toString()},
                       QDateTime::fromSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC));
        });
    return all;
}

QHash<api::SurveyId, QList<LedgerRow>> ledgers(QSqlDatabase &database, const QString &account)
{
    QHash<api::SurveyId, qint64> keys;
    std::ignore = sql::each(database,
                            u"SELECT s.survey, s.key FROM snapshot_surveys s JOIN snapshots p"
                            " ON p.survey = s.key WHERE s.account = ? GROUP BY s.key"
                            " HAVING min(p.cpi) <> max(p.cpi)"_s,
                            {account}, [&keys](const QSqlQuery &row) {
                                keys.insert({row.value(0).toString()}, row.value(1).toLongLong());
                            });
    QHash<api::SurveyId, QList<LedgerRow>> all;
    for (auto key = keys.cbegin(); key != keys.cend(); ++key)
        all.insert(key.key(), ledger(readHistory(database, *key)));
    return all;
}

} // namespace models::snapshottable
