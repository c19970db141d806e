// The drafts and templates of one connection: saved as they change, brought back after a crash.
#pragma once

#include "models/drafts/draftrecord.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace models {

class Database;

/// Owns the rows. Every change is written at once, in the database's thread; `saved` tells when it
/// is safe on the disk.
class DraftStore : public QObject
{
    Q_OBJECT

public:
    /// `account`: whose rows in the database (Session::account).
    DraftStore(Database &database, QString account, QObject *parent = nullptr);

    /// What a draft was like before, the newest first, the draft itself among them; `handle` gets
    /// it later if `context` still exists then.
    void askVersions(const QString &uuid, QObject *context,
                     std::function<void(const QList<DraftVersion> &)> handle);
    void load(); ///< then `changed`; what was removed before is forgotten
    const QList<DraftRecord> &records() const { return m_records; } ///< newest first
    const DraftRecord *find(const QString &uuid) const;
    int recovered() const; ///< drafts that the program's end cut off; until they are opened

    static QString newId();
    /// Adds it or a further version of it. A wizard that has it open says so, so that it is found
    /// again after a crash.
    void save(const QString &uuid, const SurveyDraft &draft, bool isTemplate, bool isOpen);
    void open(const QString &uuid); ///< a wizard has it, and changed nothing yet
    void close(const QString &uuid); ///< the wizard is left, the draft stays
    void rename(const QString &uuid, const QString &name);
    QString duplicate(const QString &uuid); ///< the new one's uuid
    void remove(const QStringList &uuids);
    void forget(const QString &uuid); ///< as remove(); restore() doesn't bring it back
    void restore(); ///< brings back what remove() took last

    /// Why the newest version of a draft isn't on the disk, a whole sentence; empty when it is. It
    /// is kept in memory, and saved again when the database can be written to
    /// (Database::recovered).
    QString problem(const QString &uuid) const;
    int unsaved() const; ///< how many drafts have such a problem
    void saveUnsaved(); ///< tries again

Q_SIGNALS:
    void changed();
    void saved(const QString &uuid, bool isSafe); ///< false: only in memory, the disk refused

private:
    void setOpen(const QString &uuid, bool isOpen);
    void put(const DraftRecord &record, bool isOpen);
    void write(const DraftRecord &record, bool isOpen);

    Database &m_database;
    QString m_account;
    QList<DraftRecord> m_records;
    QList<DraftRecord> m_removed;
    QSet<QString> m_open; ///< in a wizard
    QHash<QString, sql::Error> m_unsaved; ///< by uuid
};

} // namespace models
