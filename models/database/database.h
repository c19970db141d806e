// The person's one SQLite file, worked on by one thread, so that the interface never waits for it.
#pragma once

#include "models/database/sql.h"

#include <QCoroFuture>
#include <QCoroTask>
#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>

namespace models {

/// What opening found. `quarantined` names the file that a damaged database was set aside as.
struct DatabaseReport
{
    bool isOpen = false; ///< false: the work goes to memory, and ends with the program
    QString problem; ///< a translated sentence that names the file; empty when all is well
    QString quarantined;
    QString details {}; ///< translated: why, and what was and wasn't rescued
    bool canRetry = false; ///< retry() may help: the disk was full, the file locked, …
    bool operator==(const DatabaseReport &) const = default;
};

enum class DatabaseAccess { ReadWrite, ReadOnly };

/// Opens lazily in its own thread: WAL, foreign keys, a check of the file, numbered migrations in
/// one transaction each. Work runs in the order in which it was given; each piece of work gets the
/// open connection and returns a value. A database that can't be opened runs the work on one in
/// memory, so that the program goes on and says so.
class Database : public QObject
{
    Q_OBJECT

public:
    /// Does no work yet. `path` is the file; ":memory:" for tests. ReadOnly changes nothing at all:
    /// not the schema either (databasefile::openReadOnly).
    explicit Database(QString path, QObject *parent = nullptr,
                      DatabaseAccess access = DatabaseAccess::ReadWrite);
    ~Database() override; ///< finishes the work that was given

    QFuture<DatabaseReport> open();
    const DatabaseReport &report() const; ///< only inside of work
    /// Tries again to open a file that couldn't be used, or is gone, and brings into it what was
    /// done meanwhile; otherwise whether it can be written to again. `recovered` when it can.
    QFuture<DatabaseReport> retry();

    /// Runs `work(QSqlDatabase &)` in the database's thread. `co_await database.run(work)` resumes
    /// in the caller's thread. Writes of drafts and submissions are durable when it resumes.
    template <class Work>
    QFuture<std::invoke_result_t<Work, QSqlDatabase &>> run(Work work)
    {
        using Value = std::invoke_result_t<Work, QSqlDatabase &>;
        auto promise = std::make_shared<QPromise<Value>>();
        QFuture<Value> future = promise->future();
        promise->start();
        post([promise, work = std::move(work)](QSqlDatabase &database) mutable {
            if constexpr (std::is_void_v<Value>)
                work(database);
            else
                promise->addResult(work(database));
            promise->finish();
        });
        return future;
    }

    /// As run(), and calls `handle(value)` in the caller's thread if `context` still exists then.
    template <class Work, class Handler>
    void ask(Work work, QObject *context, Handler handle)
    {
        QCoro::connect(awaited(run(std::move(work))), context, std::move(handle));
    }

Q_SIGNALS:
    /// A statement failed, and not by a constraint: what was to be kept may not be. Told once until
    /// `recovered`; then looked at again every few seconds.
    void failed(const models::sql::Error &error);
    void recovered(); ///< writing works again: what couldn't be kept may be written now

private:
    template <class Value>
    static QCoro::Task<Value> awaited(QFuture<Value> future)
    {
        co_return co_await future;
    }

    void post(std::function<void(QSqlDatabase &)> work);
    void noticeFailure(const sql::Error &error);
    void noticeRecovery();
    void probe();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
