// The person's one SQLite file, worked on by one thread, so that the interface never waits for it.
#pragma once

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

/// What opening found. `quarantined` names the file that a broken database was set aside as.
struct DatabaseReport
{
    bool isOpen = false;
    QString problem; ///< translated sentence; empty when all is well
    QString quarantined;
    bool operator==(const DatabaseReport &) const = default;
};

/// Opens lazily in its own thread: WAL, foreign keys, `PRAGMA quick_check`, numbered migrations in
/// one transaction each. Work runs in the order in which it was given; each piece of work gets the
/// open connection and returns a value. A database that could not be opened runs the work on an
/// empty in-memory one, so that the program goes on and says so.
class Database : public QObject
{
    Q_OBJECT

public:
    /// Does no work yet. `path` is the file; ":memory:" for tests.
    explicit Database(QString path, QObject *parent = nullptr);
    ~Database() override; ///< finishes the work that was given

    QFuture<DatabaseReport> open();
    const DatabaseReport &report() const; ///< only inside of work

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

private:
    template <class Value>
    static QCoro::Task<Value> awaited(QFuture<Value> future)
    {
        co_return co_await future;
    }

    void post(std::function<void(QSqlDatabase &)> work);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
