#include "models/feasibility/feasibilitytable.h"

#include "models/drafts/draftjson.h"

#include <QJsonDocument>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace models::feasibilitytable {

namespace {

bool run(QSqlDatabase &database, const QString &statement, const QVariantList &values)
{
    QSqlQuery query(database);
    query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec();
}

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
    values << (point.problem.isNull() ? u""_s : point.problem); // a null string would be NULL
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
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT ir, loi, completes, asked, minimum, maximum, price, problem"
                  " FROM feasibility_points WHERE run = ? ORDER BY place"_s);
    query.addBindValue(uuid);
    query.exec();
    QList<FeasibilityPoint> all;
    while (query.next())
        all.append(pointFrom(query));
    return all;
}

} // namespace

QList<FeasibilityRun> read(QSqlDatabase &database, const QString &account)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT uuid, made, locale, body FROM feasibility_runs WHERE account = ?"
                  " ORDER BY made DESC, uuid"_s);
    query.addBindValue(account);
    query.exec();
    QList<FeasibilityRun> runs;
    while (query.next()) {
        const auto draft =
            draftFromJson(QJsonDocument::fromJson(query.value(3).toString().toUtf8()).object());
        const QString uuid = query.value(0).toString();
        if (draft)
            runs.append({.uuid = uuid,
                         .made = timeOf(query.value(1)),
                         .locale = query.value(2).toString(),
                         .draft = *draft,
                         .points = points(database, uuid)});
    }
    runs.removeIf([](const FeasibilityRun &one) { return one.points.isEmpty(); });
    return runs;
}

bool add(QSqlDatabase &database, const QString &account, const FeasibilityRun &fresh)
{
    const QString body =
        QString::fromUtf8(QJsonDocument(toJson(fresh.draft)).toJson(QJsonDocument::Compact));
    if (!database.transaction())
        return false;
    bool isWritten =
        run(database, u"INSERT OR REPLACE INTO feasibility_runs VALUES (?, ?, ?, ?, ?)"_s,
            {fresh.uuid, account, fresh.made.toMSecsSinceEpoch(),
             fresh.locale.isNull() ? u""_s : fresh.locale, body});
    for (int place = 0; place < int(fresh.points.size()); ++place) {
        const FeasibilityPoint &point = fresh.points[place];
        isWritten = isWritten
            && run(database,
                   u"INSERT INTO feasibility_points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                   QVariantList {fresh.uuid, place, point.ir, point.loi, point.completes}
                       + outcome(point));
    }
    isWritten = isWritten
        && run(database,
               u"DELETE FROM feasibility_runs WHERE account = ? AND uuid NOT IN (SELECT uuid FROM"
               " feasibility_runs WHERE account = ? ORDER BY made DESC LIMIT ?)"_s,
               {account, account, runsKept});
    if (isWritten && database.commit())
        return true;
    database.rollback();
    return false;
}

bool update(QSqlDatabase &database, const QString &uuid, int place, const FeasibilityPoint &point)
{
    return run(database,
               u"UPDATE feasibility_points SET asked = ?, minimum = ?, maximum = ?, price = ?,"
               " problem = ? WHERE run = ? AND place = ?"_s,
               outcome(point) + QVariantList {uuid, place});
}

void remove(QSqlDatabase &database, const QString &uuid)
{
    run(database, u"DELETE FROM feasibility_runs WHERE uuid = ?"_s, {uuid});
}

} // namespace models::feasibilitytable
