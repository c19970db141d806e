#include "models/connections/connections.h"

#include "models/connections/connectionrules.h"
#include "models/connections/connectiontable.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/support/collation.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

struct Connections::Private
{
    Database &database;
    Secrets &secrets;
    api::Policy policy;
    QList<Connection> all {};
    QString lastUsed = sandboxName();
    QString current {};
    Session *session = nullptr; ///< a child
    quint64 opening = 0; ///< tells a late answer of the keychain from the wanted one
    bool isLoaded = false;
    bool isSandboxUp = false;

    Connection *find(const QString &name)
    {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Connection &each) {
            return each.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        return found == all.end() ? nullptr : &*found;
    }

    void sort()
    {
        sortByName(all, &Connection::name);
        std::stable_partition(all.begin(), all.end(),
                              [](const Connection &each) { return each.isSandbox; });
    }
};

namespace {

Connection sandbox()
{
    return {.name = sandboxName(), .baseUrl = {}, .colour = u"warning"_s, .isSandbox = true};
}

/// The sandbox takes any; these are no secrets.
Credentials sandboxCredentials()
{
    return {u"sandbox"_s, u"sandbox"_s};
}

Credentials trimmed(const Credentials &credentials)
{
    return {credentials.clientId.trimmed(), credentials.key.trimmed()};
}

} // namespace

Connections::Connections(Database &database, Secrets &secrets, api::Policy policy, QObject *parent)
    : QObject(parent)
    , d(new Private {
          .database = database, .secrets = secrets, .policy = policy, .all = {sandbox()}})
{
}

Connections::~Connections()
{
    delete d->session;
}

void Connections::load()
{
    d->database.ask(connectiontable::read, this,
                    [this](const QList<connectiontable::Entry> &entries) {
                        d->all = {sandbox()};
                        qint64 newest = 0;
                        for (const connectiontable::Entry &entry : entries) {
                            if (!entry.connection.isSandbox)
                                d->all.append(entry.connection);
                            if (entry.lastUsed > newest) {
                                newest = entry.lastUsed;
                                d->lastUsed = entry.connection.name;
                            }
                        }
                        d->sort();
                        d->isLoaded = true;
                        Q_EMIT loaded();
                        Q_EMIT changed();
                    });
}

bool Connections::isLoaded() const
{
    return d->isLoaded;
}

const QList<Connection> &Connections::all() const
{
    return d->all;
}

QString Connections::lastUsed() const
{
    return d->lastUsed;
}

QString Connections::currentName() const
{
    return d->current;
}

Session *Connections::session() const
{
    return d->session;
}

void Connections::open(const QString &name)
{
    const Connection *found = d->find(name);
    if (!found) {
        Q_EMIT failed(tr("There is no connection named “%1”.").arg(name));
        return;
    }
    const Connection connection = *found;
    const quint64 turn = ++d->opening;
    d->current = connection.name;
    Q_EMIT changed();
    if (connection.isSandbox) {
        if (connection.baseUrl.isEmpty())
            Q_EMIT sandboxWanted();
        else
            start(connection, sandboxCredentials(), true);
        return;
    }
    QCoro::connect(d->secrets.read(connection.name), this,
                   [this, turn, connection](const std::optional<Credentials> &credentials) {
                       if (turn != d->opening)
                           return;
                       if (credentials)
                           start(connection, *credentials, true);
                       else
                           tellMissingSecrets(connection.name);
                   });
}

void Connections::tellMissingSecrets(const QString &name)
{
    replaceSession(nullptr);
    Q_EMIT failed(tr("The key of “%1” is not in the keychain any more. Remove the connection and "
                     "connect again.")
                      .arg(name));
}

void Connections::openOnce(const Connection &connection, const Credentials &credentials)
{
    ++d->opening;
    d->current = connection.name;
    start(connection, trimmed(credentials), false);
    Q_EMIT changed();
}

void Connections::start(const Connection &connection, const Credentials &credentials, bool isKept)
{
    auto *session = new Session(connection, credentials, d->database, d->policy, this);
    if (isKept) {
        d->lastUsed = connection.name;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        d->database.run([connection, account = session->account(), now](QSqlDatabase &database) {
            connectiontable::markUsed(database, connection, account, now);
        });
    }
    replaceSession(session);
    session->loadLocal();
    if (!connection.isSandbox || d->isSandboxUp)
        goOnlineAfterLocal();
}

void Connections::goOnlineAfterLocal()
{
    // Behind the reading of what is local: that is on screen before the network is asked.
    QPointer<Session> session = d->session;
    d->database.ask([](QSqlDatabase &) {}, this,
                    [session] {
                        if (session)
                            session->goOnline();
                    });
}

void Connections::replaceSession(Session *session)
{
    Session *old = std::exchange(d->session, session);
    if (old)
        old->client().shutDown();
    Q_EMIT sessionChanged(session);
    if (old)
        old->deleteLater();
}

void Connections::setSandboxAddress(const QUrl &baseUrl)
{
    Connection *const connection = d->find(sandboxName());
    d->isSandboxUp = false;
    if (connection->baseUrl == baseUrl)
        return;
    connection->baseUrl = baseUrl;
    if (d->current == connection->name)
        start(*connection, sandboxCredentials(), true);
}

void Connections::sandboxIsUp()
{
    d->isSandboxUp = true;
    if (d->session && d->session->connection().isSandbox)
        goOnlineAfterLocal();
}

void Connections::close()
{
    ++d->opening;
    d->current.clear();
    if (d->session)
        replaceSession(nullptr);
}

bool Connections::isSettled() const
{
    return std::ranges::all_of(findChildren<const api::Client *>(),
                               [](const api::Client *client) { return client->running() == 0; });
}

QList<Issue> Connections::problems(const Connection &connection,
                                   const Credentials &credentials) const
{
    QStringList taken;
    for (const Connection &each : d->all)
        taken.append(each.name);
    return validate(connection, credentials, taken);
}

void Connections::add(const Connection &connection, const Credentials &credentials)
{
    Connection kept = connection;
    kept.name = kept.name.trimmed();
    const Credentials secret = trimmed(credentials);
    d->all.append(kept);
    d->sort();
    d->current = kept.name;
    ++d->opening;
    const bool before = d->secrets.isPersistent();
    QCoro::connect(d->secrets.write(kept.name, secret), this, [this, before] {
        if (d->secrets.isPersistent() != before)
            Q_EMIT keepsSecretsChanged();
    });
    start(kept, secret, true);
    Q_EMIT changed();
}

void Connections::remove(const QString &name)
{
    const Connection *found = d->find(name);
    if (!found || found->isSandbox)
        return;
    const QString exact = found->name;
    d->all.removeIf([&](const Connection &each) { return each.name == exact; });
    if (d->current == exact)
        open(sandboxName());
    QCoro::connect(d->secrets.remove(exact), this, [] {});
    d->database.run([exact](QSqlDatabase &database) { connectiontable::remove(database, exact); });
    Q_EMIT changed();
}

QCoro::Task<TestResult> Connections::test(Connection connection, Credentials credentials,
                                          api::Cancellation cancellation)
{
    return testConnection(connection, trimmed(credentials), d->policy, cancellation);
}

bool Connections::keepsSecrets() const
{
    return d->secrets.isPersistent();
}

} // namespace models

#include "moc_connections.cpp"
