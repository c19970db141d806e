// A draft or template as the local database keeps it, with its last versions.
#pragma once

#include "models/database/sql.h"
#include "models/drafts/surveydraft.h"

#include <QDateTime>
#include <QSqlDatabase>

namespace models {

/// Tied to the account that it was begun with: it is never sent to another.
struct DraftRecord
{
    QString uuid;
    SurveyDraft draft;
    bool isTemplate = false;
    bool wasOpen = false; ///< the program ended while a wizard had it
    QDateTime updated; ///< UTC
    bool operator==(const DraftRecord &) const = default;
};

/// How it was at an earlier time.
struct DraftVersion
{
    QDateTime saved; ///< UTC
    SurveyDraft draft;
    bool operator==(const DraftVersion &) const = default;
};

namespace drafttable {

constexpr int versionsKept = 10;

/// Why a write failed, e.g. because the disk is full.
using Written = sql::Result<sql::Done>;

/// Those that are not removed, the newest first. What can't be read is left out and stays.
QList<DraftRecord> read(QSqlDatabase &database, const QString &account);

/// Adds the record or a further version of it, in one transaction; keeps the newest ten. `isOpen`:
/// a wizard has it.
[[nodiscard]] Written save(QSqlDatabase &database, const QString &account,
                           const DraftRecord &record, bool isOpen);

[[nodiscard]] Written setOpen(QSqlDatabase &database, const QString &uuid, bool isOpen);
[[nodiscard]] Written setRemoved(QSqlDatabase &database, const QString &uuid, bool isRemoved);
/// Forgets what was removed.
[[nodiscard]] Written purge(QSqlDatabase &database, const QString &account);
QList<DraftVersion> versions(QSqlDatabase &database, const QString &uuid); ///< newest first

} // namespace drafttable
} // namespace models
