#include "models/drafts/draftrecord.h"

#include "models/drafts/draftjson.h"
#include "models/drafts/jsontext.h"

#include <QJsonDocument>
#include <QSqlQuery>

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

bool run(QSqlDatabase &database, const QString &statement, const QVariantList &values)
{
    QSqlQuery query(database);
    query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    return query.exec();
}

} // namespace

QList<DraftRecord> read(QSqlDatabase &database, const QString &account)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT d.uuid, d.is_template, d.is_open, d.updated, v.body FROM drafts d"
                  " JOIN draft_versions v ON v.uuid = d.uuid AND v.saved ="
                  " (SELECT max(saved) FROM draft_versions WHERE uuid = d.uuid)"
                  " WHERE d.account = ? AND d.removed IS NULL ORDER BY d.updated DESC, d.uuid"_s);
    query.addBindValue(account);
    query.exec();
    QList<DraftRecord> records;
    while (query.next()) {
        if (const std::optional<SurveyDraft> draft = draftOf(query.value(4)))
            records.append({.uuid = query.value(0).toString(),
                            .draft = *draft,
                            .isTemplate = query.value(1).toBool(),
                            .wasOpen = query.value(2).toBool(),
                            .updated = timeOf(query.value(3))});
    }
    return records;
}

bool save(QSqlDatabase &database, const QString &account, const DraftRecord &record, bool isOpen)
{
    const QVariant moment = record.updated.toMSecsSinceEpoch();
    const QString body =
        QString::fromUtf8(QJsonDocument(toJson(record.draft)).toJson(QJsonDocument::Compact));
    if (!database.transaction())
        return false;
    const bool isWritten =
        run(database,
            u"INSERT INTO drafts VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT (uuid) DO UPDATE SET"
            " is_template = excluded.is_template, is_open = excluded.is_open,"
            " updated = excluded.updated, removed = NULL"_s,
            {record.uuid, account, record.isTemplate, isOpen, moment})
        && run(database, u"INSERT OR REPLACE INTO draft_versions VALUES (?, ?, ?)"_s,
               {record.uuid, moment, body})
        && run(database,
               u"DELETE FROM draft_versions WHERE uuid = ? AND saved NOT IN (SELECT saved FROM"
               " draft_versions WHERE uuid = ? ORDER BY saved DESC LIMIT ?)"_s,
               {record.uuid, record.uuid, versionsKept});
    if (isWritten && database.commit())
        return true;
    database.rollback();
    return false;
}

void setOpen(QSqlDatabase &database, const QString &uuid, bool isOpen)
{
    run(database, u"UPDATE drafts SET is_open = ? WHERE uuid = ?"_s, {isOpen, uuid});
}

void setRemoved(QSqlDatabase &database, const QString &uuid, bool isRemoved)
{
    const QVariant moment = isRemoved ? QVariant(QDateTime::currentMSecsSinceEpoch())
                                      : QVariant(QMetaType(QMetaType::LongLong));
    run(database, u"UPDATE drafts SET removed = ?, is_open = 0 WHERE uuid = ?"_s, {moment, uuid});
}

void purge(QSqlDatabase &database, const QString &account)
{
    run(database, u"DELETE FROM drafts WHERE account = ? AND removed IS NOT NULL"_s, {account});
}

QList<DraftVersion> versions(QSqlDatabase &database, const QString &uuid)
{
    QSqlQuery query(database);
    query.prepare(u"SELECT saved, body FROM draft_versions WHERE uuid = ? ORDER BY saved DESC"_s);
    query.addBindValue(uuid);
    query.exec();
    QList<DraftVersion> all;
    while (query.next()) {
        if (const std::optional<SurveyDraft> draft = draftOf(query.value(1)))
            all.append({timeOf(query.value(0)), *draft});
    }
    return all;
}

} // namespace models::drafttable
