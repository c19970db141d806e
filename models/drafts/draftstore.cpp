#include "models/drafts/draftstore.h"

#include "models/database/database.h"

#include <QUuid>

#include <algorithm>

namespace models {

DraftStore::DraftStore(Database &database, QString account, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_account(std::move(account))
{
}

void DraftStore::load()
{
    m_database.ask(
        [account = m_account](QSqlDatabase &connection) {
            drafttable::purge(connection, account);
            return drafttable::read(connection, account);
        },
        this,
        [this](const QList<DraftRecord> &records) {
            // What was begun before the file answered stays in front.
            for (const DraftRecord &record : records) {
                if (!find(record.uuid))
                    m_records.append(record);
            }
            Q_EMIT changed();
        });
}

const DraftRecord *DraftStore::find(const QString &uuid) const
{
    const auto found = std::ranges::find(m_records, uuid, &DraftRecord::uuid);
    return found == m_records.end() ? nullptr : &*found;
}

int DraftStore::recovered() const
{
    return int(std::ranges::count(m_records, true, &DraftRecord::wasOpen));
}

QString DraftStore::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void DraftStore::save(const QString &uuid, const SurveyDraft &draft, bool isTemplate, bool isOpen)
{
    put({.uuid = uuid,
         .draft = draft,
         .isTemplate = isTemplate,
         .wasOpen = false,
         .updated = QDateTime::currentDateTimeUtc()},
        isOpen);
}

void DraftStore::put(const DraftRecord &record, bool isOpen)
{
    m_records.removeIf([&record](const DraftRecord &one) { return one.uuid == record.uuid; });
    m_records.prepend(record);
    m_database.ask(
        [account = m_account, record, isOpen](QSqlDatabase &connection) {
            return drafttable::save(connection, account, record, isOpen);
        },
        this, [this, uuid = record.uuid](bool isSafe) { Q_EMIT saved(uuid, isSafe); });
    Q_EMIT changed();
}

void DraftStore::open(const QString &uuid)
{
    setOpen(uuid, true);
}

void DraftStore::close(const QString &uuid)
{
    setOpen(uuid, false);
}

void DraftStore::setOpen(const QString &uuid, bool isOpen)
{
    const auto found = std::ranges::find(m_records, uuid, &DraftRecord::uuid);
    if (found != m_records.end())
        found->wasOpen = false;
    m_database.run([uuid, isOpen](QSqlDatabase &connection) {
        drafttable::setOpen(connection, uuid, isOpen);
    });
    Q_EMIT changed();
}

void DraftStore::rename(const QString &uuid, const QString &name)
{
    const DraftRecord *const there = find(uuid);
    if (!there || there->draft.name == name)
        return;
    SurveyDraft draft = there->draft;
    draft.name = name;
    save(uuid, draft, there->isTemplate, false);
}

QString DraftStore::duplicate(const QString &uuid)
{
    const DraftRecord *const there = find(uuid);
    if (!there)
        return {};
    const QString fresh = newId();
    save(fresh, SurveyDraft(there->draft), there->isTemplate, false);
    return fresh;
}

void DraftStore::remove(const QStringList &uuids)
{
    QList<DraftRecord> removed;
    for (const DraftRecord &record : std::as_const(m_records)) {
        if (uuids.contains(record.uuid))
            removed.append(record);
    }
    if (removed.isEmpty())
        return;
    m_removed = removed;
    for (const DraftRecord &record : removed)
        forget(record.uuid);
}

void DraftStore::forget(const QString &uuid)
{
    if (!find(uuid))
        return;
    m_records.removeIf([&uuid](const DraftRecord &one) { return one.uuid == uuid; });
    m_database.run(
        [uuid](QSqlDatabase &connection) { drafttable::setRemoved(connection, uuid, true); });
    Q_EMIT changed();
}

void DraftStore::restore()
{
    for (const DraftRecord &record : std::exchange(m_removed, {})) {
        m_database.run([uuid = record.uuid](QSqlDatabase &connection) {
            drafttable::setRemoved(connection, uuid, false);
        });
        m_records.prepend(record);
    }
    std::ranges::stable_sort(m_records, std::ranges::greater(), &DraftRecord::updated);
    Q_EMIT changed();
}

void DraftStore::askVersions(const QString &uuid, QObject *context,
                             std::function<void(const QList<DraftVersion> &)> handle)
{
    m_database.ask(
        [uuid](QSqlDatabase &connection) { return drafttable::versions(connection, uuid); },
        context, std::move(handle));
}

} // namespace models

#include "moc_draftstore.cpp"
