#include "models/drafts/draftrecord.h"

#include "models/database/sql.h"
#include "models/drafts/draftjson.h"
#include "models/drafts/jsontext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace models::drafttable {

namespace {

std::optional<SurveyDraft> draftOf(const QVariant &body)
{
    return draftFromJson(QJsonDocument::fromJson(body.toString().toUtf8()).object());
}

QDateTime timeOf(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

} // namespace

QList<DraftRecord> read(QSqlDatabase &database, const QString &account)
{
    QList<DraftRecord> records;
    // Those before a page that can't be read are shown all the same; the database reports it.
    std::ignore =
        sql::each(database,
                  u"SELECT d.uuid, d.is_template, d.is_open, d.updated, v.body FROM drafts d"
                  " JOIN draft_versions v ON v.uuid = d.uuid AND v.saved ="
                  " (SELECT max(saved) FROM draft_versions WHERE uuid = d.uuid)"
                  " WHERE d.account = ? AND d.removed IS NULL ORDER BY d.updated DESC, d.uuid"_s,
                  {account}, [&records](const QSqlQuery &row) {
                      if (const std::optional<SurveyDraft> draft = draftOf(row.value(4)))
                          records.append({.uuid = row.value(0).toString(),
                                          .draft = *draft,
                                          .isTemplate = row.value(1).toBool(),
                                          .wasOpen = row.value(2).toBool(),
                                          .updated = timeOf(row.value(3))});
                  });
    return records;
}

Written save(QSqlDatabase &database, const QString &account, const DraftRecord &record, bool isOpen)
{
    const QVariant moment = record.updated.toMSecsSinceEpoch();
    const QString body =
        QString::fromUtf8(QJsonDocument(toJson(record.draft)).toJson(QJsonDocument::Compact));
    const auto write = [&]() -> Written {
        const Written row = sql::exec(
            database,
            u"INSERT INTO drafts VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT (uuid) DO UPDATE SET"
            " is_template = excluded.is_template, is_open = excluded.is_open,"
            " updated = excluded.updated, removed = NULL"_s,
            {record.uuid, account, record.isTemplate, isOpen, moment});
        if (!row)
            return row;
        const Written version =
            sql::exec(database, u"INSERT OR REPLACE INTO draft_versions VALUES (?, ?, ?)"_s,
                      {record.uuid, moment, body});
        if (!version)
            return version;
        return sql::exec(database,
                         u"DELETE FROM draft_versions WHERE uuid = ? AND saved NOT IN (SELECT"
                         " saved FROM draft_versions WHERE uuid = ? ORDER BY saved DESC LIMIT ?)"_s,
                         {record.uuid, record.uuid, versionsKept});
    };
    return sql::transaction(database, write);
}

Written setOpen(QSqlDatabase &database, const QString &uuid, bool isOpen)
{
    return sql::exec(database, u"UPDATE drafts SET is_open = ? WHERE uuid = ?"_s, {isOpen, uuid});
}

Written setRemoved(QSqlDatabase &database, const QString &uuid, bool isRemoved)
{
    const QVariant moment = isRemoved ? QVariant(QDateTime::currentMSecsSinceEpoch())
                                      : QVariant(QMetaType(QMetaType::LongLong));
    return sql::exec(database, u"UPDATE drafts SET removed = ?, is_open = 0 WHERE uuid = ?"_s,
                     {moment, uuid});
}

Written purge(QSqlDatabase &database, const QString &account)
{
    return sql::exec(database, u"DELETE FROM drafts WHERE account = ? AND removed IS NOT NULL"_s,
                     {account});
}

QList<DraftVersion> versions(QSqlDatabase &database, const QString &uuid)
{
    QList<DraftVersion> all;
    std::ignore = sql::each(
        database, u"SELECT saved, body FROM draft_versions WHERE uuid = ? ORDER BY saved DESC"_s,
        {uuid}, [&all](const QSqlQuery &row) {
            if (const std::optional<SurveyDraft> draft = draftOf(row.value(1)))
                all.append({timeOf(row.value(0)), *draft});
        });
    return all;
}

} // namespace models::drafttable
