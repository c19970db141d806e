#include "models/feasibility/feasibilitytable.h"

#include "models/database/sql.h"
#include "models/drafts/draftjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace models::feasibilitytable {

namespace {

QDateTime timeOf(const QVariant &milliseconds)
{
    return milliseconds.isNull()
        ? QDateTime()
        : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

/// Asked, minimum, maximum, price and problem, as the columns are.
QVariantList outcome(const FeasibilityPoint &point)
{
    const QVariant none(QMetaType(QMetaType::LongLong));
    QVariantList values {point.asked.isValid() ? QVariant(point.asked.toMSecsSinceEpoch()) : none};
    if (point.answer)
        values << point.answer->minimum << point.answer->maximum
               << point.answer->recommendedPrice.hundredths;
    else
        values << none << none << none;
    values << point.problem;
    return values;
}

FeasibilityPoint pointFrom(const QSqlQuery &query)
{
    FeasibilityPoint point {.ir = query.value(0).toInt(),
                            .loi = query.value(1).toInt(),
                            .completes = query.value(2).toInt(),
                            .asked = timeOf(query.value(3)),
                            .problem = query.value(7).toString()};
    if (!query.value(4).isNull())
        point.answer = {
            query.value(4).toInt(), query.value(5).toInt(), {query.value(6).toLongLong()}};
    return point;
}

QList<FeasibilityPoint> points(QSqlDatabase &database, const QString &uuid)
{
    return sql::rows(database,
                     u"SELECT ir, loi, completes, asked, minimum, maximum, price, problem"
                     " FROM feasibility_points WHERE run = ? ORDER BY place"_s,
                     {uuid}, pointFrom)
        .value_or(QList<FeasibilityPoint>());
}

} // namespace

QList<FeasibilityRun> read(QSqlDatabase &database, const QString &account)
{
    QList<FeasibilityRun> runs;
    std::ignore =
        sql::each(database,
                  u"SELECT uuid, made, locale, body FROM feasibility_runs WHERE account = ?"
                  " ORDER BY made DESC, uuid"_s,
                  {account}, [&runs](const QSqlQuery &row) {
                      const auto draft = draftFromJson(
                          QJsonDocument::fromJson(row.value(3).toString().toUtf8()).object());
                      if (draft)
                          runs.append({.uuid = row.value(0).toString(),
                                       .made = timeOf(row.value(1)),
                                       .locale = row.value(2).toString(),
                                       .draft = *draft,
                                       .points = {}});
                  });
    for (FeasibilityRun &one : runs)
        one.points = points(database, one.uuid);
    runs.removeIf([](const FeasibilityRun &one) { return one.points.isEmpty(); });
    return runs;
}

bool add(QSqlDatabase &database, const QString &account, const FeasibilityRun &fresh)
{
    const QString body =
        QString::fromUtf8(QJsonDocument(toJson(fresh.draft)).toJson(QJsonDocument::Compact));
    const auto write = [&]() -> sql::Result<sql::Done> {
        const auto run =
            sql::exec(database, u"INSERT OR REPLACE INTO feasibility_runs VALUES (?, ?, ?, ?, ?)"_s,
                      {fresh.uuid, account, fresh.made.toMSecsSinceEpoch(), fresh.locale, body});
        if (!run)
            return run;
        sql::Statement insertion(
            database, u"INSERT INTO feasibility_points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        for (int place = 0; place < int(fresh.points.size()); ++place) {
            const FeasibilityPoint &point = fresh.points[place];
            const auto done = insertion.exec(
                QVariantList {fresh.uuid, place, point.ir, point.loi, point.completes}
                + outcome(point));
            if (!done)
                return done;
        }
        return sql::exec(
            database,
            u"DELETE FROM feasibility_runs WHERE account = ? AND uuid NOT IN (SELECT uuid FROM"
            " feasibility_runs WHERE account = ? ORDER BY made DESC LIMIT ?)"_s,
            {account, account, runsKept});
    };
    return sql::transaction(database, write).has_value();
}

bool update(QSqlDatabase &database, const QString &uuid, int place, const FeasibilityPoint &point)
{
    return sql::exec(database,
                     u"UPDATE feasibility_points SET asked = ?, minimum = ?, maximum = ?,"
                     " price = ?, problem = ? WHERE run = ? AND place = ?"_s,
                     outcome(point) + QVariantList {uuid, place})
        .has_value();
}

void remove(QSqlDatabase &database, const QString &uuid)
{
    // A failure is shown by the database; the run is there again at the next start.
    std::ignore = sql::exec(database, u"DELETE FROM feasibility_runs WHERE uuid = ?"_s, {uuid});
}

} // namespace models::feasibilitytable
