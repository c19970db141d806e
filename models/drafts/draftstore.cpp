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
    connect(&database, &Database::recovered, this, &DraftStore::saveUnsaved);
}

void DraftStore::load()
{
    m_database.ask(
        [account = m_account](QSqlDatabase &connection) {
            std::ignore = drafttable::purge(connection, account); // again at the next start
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
    if (isOpen)
        m_open.insert(record.uuid);
    else
        m_open.remove(record.uuid);
    write(record, isOpen);
    Q_EMIT changed();
}

void DraftStore::write(const DraftRecord &record, bool isOpen)
{
    m_database.ask(
        [account = m_account, record, isOpen](QSqlDatabase &connection) {
            return drafttable::save(connection, account, record, isOpen);
        },
        this,
        [this, uuid = record.uuid](const drafttable::Written &written) {
            const bool wasUnsaved = m_unsaved.remove(uuid);
            if (!written)
                m_unsaved.insert(uuid, written.error());
            Q_EMIT saved(uuid, written.has_value());
            if (wasUnsaved || !written)
                Q_EMIT changed();
        });
}

void DraftStore::saveUnsaved()
{
    const QStringList uuids = m_unsaved.keys();
    for (const QString &uuid : uuids) {
        if (const DraftRecord *const record = find(uuid))
            write(*record, record->wasOpen || m_open.contains(uuid));
        else
            m_unsaved.remove(uuid);
    }
}

QString DraftStore::problem(const QString &uuid) const
{
    const auto found = m_unsaved.constFind(uuid);
    return found == m_unsaved.cend() ? QString() : sql::sentence(*found);
}

int DraftStore::unsaved() const
{
    return int(std::ranges::count_if(
        m_records, [this](const DraftRecord &one) { return m_unsaved.contains(one.uuid); }));
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
    if (isOpen)
        m_open.insert(uuid);
    else
        m_open.remove(uuid);
    m_database.run([uuid, isOpen](QSqlDatabase &connection) {
        // Only the mark for after a crash; the database shows that it can't be written.
        std::ignore = drafttable::setOpen(connection, uuid, isOpen);
    });
    Q_EMIT changed();
}

void DraftStore::rename(const QString &uuid, const QString &name)
{
    const DraftRecord *const there = find(uuid);
    if (!there || there->draft.name == name)
        return;
    // What was left by a crash stays so, and what a wizard has stays open.
    DraftRecord renamed = *there;
    renamed.draft.name = name;
    renamed.updated = QDateTime::currentDateTimeUtc();
    put(renamed, renamed.wasOpen || m_open.contains(uuid));
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
    m_database.run([uuid](QSqlDatabase &connection) {
        std::ignore = drafttable::setRemoved(connection, uuid, true); // else it is there again
    });
    Q_EMIT changed();
}

void DraftStore::restore()
{
    for (const DraftRecord &record : std::exchange(m_removed, {})) {
        m_database.run([uuid = record.uuid](QSqlDatabase &connection) {
            return drafttable::setRemoved(connection, uuid, false);
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
