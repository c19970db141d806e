// Opens the sandbox's SQLite file, and sets a broken one aside rather than failing or deleting.
#pragma once

#include <QSqlDatabase>

#include <memory>

class QLockFile;

namespace sandbox {

/// Thrown when the data can't be read or written; `sentence` is for the person who started it.
struct StoreError
{
    QString sentence;
};

class Database
{
public:
    Database();
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// An empty `file` means in memory. Throws when another sandbox has the file open.
    void open(const QString &file);

    const QSqlDatabase &connection() const { return m_database; }
    /// Where a broken file went, in words; empty if there was none.
    QString notice() const { return m_notice; }

private:
    bool openAndCheck(const QString &file);
    void setAside(const QString &file);
    void close();

    QString m_name;
    QSqlDatabase m_database;
    QString m_notice;
    bool m_isDamaged = false; ///< as the last openAndCheck() found the file
    bool m_isNewer = false; ///< likewise
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace sandbox
