#include "models/database/database.h"

#include "models/database/databasefile.h"
#include "models/database/migrations.h"

#include <QFile>
#include <QThread>
#include <QTimer>
#include <QUuid>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace models {

struct Database::Private
{
    QString path;
    DatabaseAccess access;
    QThread thread {};
    QObject worker {}; ///< lives in `thread`; work is queued to it
    std::atomic<bool> isEnding = false; ///< nothing waits for another program's lock any more
    // Touched in the thread only.
    QSqlDatabase connection {};
    DatabaseReport report {};
    bool isTried = false;
    bool isHasty = false;
    // Touched by the owner's thread only.
    bool isFailing = false;
    QTimer probing {};

    static QSqlDatabase fresh()
    {
        return QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString());
    }

    static void drop(QSqlDatabase &database)
    {
        const QString name = database.connectionName();
        database.close();
        database = {};
        QSqlDatabase::removeDatabase(name);
    }

    void openOnce()
    {
        if (!std::exchange(isTried, true)) {
            connection = fresh();
            report = access == DatabaseAccess::ReadOnly
                ? databasefile::openReadOnly(connection, path)
                : databasefile::open(connection, path);
            sql::takeFailure(); // the report tells it
        }
        if (isEnding && !std::exchange(isHasty, true))
            std::ignore = sql::exec(connection, u"PRAGMA busy_timeout = 50"_s);
    }

    bool isGone() const
    {
        return path != ":memory:"_L1 && connection.databaseName() == path && !QFile::exists(path);
    }

    void reopen()
    {
        QSqlDatabase next = fresh();
        const DatabaseReport found = databasefile::reopen(connection, next, path);
        if (found.isOpen)
            std::swap(connection, next);
        report = found;
        drop(next);
    }

    void close()
    {
        if (isTried)
            drop(connection);
    }
};

Database::Database(QString path, QObject *parent, DatabaseAccess access)
    : QObject(parent)
    , d(new Private {.path = std::move(path), .access = access})
{
    d->thread.setObjectName(u"database"_s);
    d->worker.moveToThread(&d->thread);
    d->probing.setInterval(5s);
    connect(&d->probing, &QTimer::timeout, this, &Database::probe);
}

Database::~Database()
{
    if (!d->thread.isRunning())
        return;
    d->isEnding = true;
    // Behind all work that was given: the queue keeps its order.
    QMetaObject::invokeMethod(&d->worker, [this] {
        d->close();
        d->thread.quit();
    });
    d->thread.wait();
}

QFuture<DatabaseReport> Database::open()
{
    return run([this](QSqlDatabase &) { return d->report; });
}

const DatabaseReport &Database::report() const
{
    return d->report;
}

QFuture<DatabaseReport> Database::retry()
{
    return run([this](QSqlDatabase &connection) {
        if (!d->report.isOpen || d->isGone()) {
            d->reopen();
            sql::takeFailure(); // the report tells it
        } else if (const auto probed = databasefile::probe(connection); !probed) {
            return DatabaseReport {.isOpen = true,
                                   .problem = sql::sentence(probed.error()),
                                   .quarantined = {},
                                   .canRetry = true};
        }
        if (d->report.isOpen)
            QMetaObject::invokeMethod(this, [this] { noticeRecovery(); });
        return d->report;
    });
}

void Database::noticeFailure(const sql::Error &error)
{
    if (std::exchange(d->isFailing, true))
        return;
    // A damaged file doesn't heal, though some of it may still be written to.
    if (error.cause != sql::Cause::Damaged && error.cause != sql::Cause::Other)
        d->probing.start();
    Q_EMIT failed(error);
}

void Database::noticeRecovery()
{
    d->probing.stop();
    d->isFailing = false;
    Q_EMIT recovered();
}

/// A folder that is gone is only made again when the person asks for it.
void Database::probe()
{
    ask(
        [this](QSqlDatabase &connection) {
            const bool isWritable = !d->isGone() && databasefile::probe(connection).has_value();
            sql::takeFailure();
            return isWritable;
        },
        this,
        [this](bool isWritable) {
            if (isWritable)
                noticeRecovery();
        });
}

void Database::post(std::function<void(QSqlDatabase &)> work)
{
    if (!d->thread.isRunning())
        d->thread.start();
    QMetaObject::invokeMethod(
        &d->worker,
        [this, work = std::move(work)] {
            d->openOnce();
            work(d->connection);
            if (const auto failure = sql::takeFailure())
                QMetaObject::invokeMethod(this, [this, failure] { noticeFailure(*failure); });
        },
        Qt::QueuedConnection);
}

} // namespace models

#include "moc_database.cpp"
