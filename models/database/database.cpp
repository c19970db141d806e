#include "models/database/database.h"

#include "models/database/databasefile.h"

#include <QThread>
#include <QUuid>

namespace models {

struct Database::Private
{
    QString path;
    QThread thread;
    QObject worker; ///< lives in `thread`; work is queued to it
    // Touched in the thread only.
    QSqlDatabase connection;
    DatabaseReport report;
    bool isTried = false;

    void openOnce()
    {
        if (isTried)
            return;
        isTried = true;
        const QString name = QUuid::createUuid().toString();
        connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        report = databasefile::open(connection, path);
    }

    void close()
    {
        if (!isTried)
            return;
        const QString name = connection.connectionName();
        connection.close();
        connection = {};
        QSqlDatabase::removeDatabase(name);
    }
};

Database::Database(QString path, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->path = std::move(path);
    d->thread.setObjectName(QStringLiteral("database"));
    d->worker.moveToThread(&d->thread);
}

Database::~Database()
{
    if (!d->thread.isRunning())
        return;
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

void Database::post(std::function<void(QSqlDatabase &)> work)
{
    if (!d->thread.isRunning())
        d->thread.start();
    QMetaObject::invokeMethod(
        &d->worker,
        [this, work = std::move(work)] {
            d->openOnce();
            work(d->connection);
        },
        Qt::QueuedConnection);
}

} // namespace models

#include "moc_database.cpp"
