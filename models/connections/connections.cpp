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
    bool isKept = false; ///< the open one is of `all`
    bool isLoaded = false;
    int edits = 0; ///< of `all`: a reading that was asked before one is too old
    bool isSandboxUp = false;

    Connection *find(const QString &name)
    {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Connection &each) {
            return each.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        return found == all.end() ? nullptr : &*found;
    }

    void read(Connections &owner); ///< then `loaded` and `changed`
    void take(const QList<connectiontable::Entry> &entries);

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

/// A sentence when it can't be; the account stays while something is only to be found there.
QString replaceUnlessUnclear(QSqlDatabase &database, const QString &name,
                             const connectiontable::Entry &entry, const QString &account)
{
    const QList<connectiontable::NamedAccount> all = connectiontable::accounts(database);
    const bool staysAccount =
        std::ranges::find(all, connectiontable::NamedAccount {name, account}) != all.end();
    const auto unclear = connectiontable::isUnclear(database, name);
    if (!unclear)
        return sql::sentence(unclear.error());
    if (*unclear && !staysAccount)
        return Connections::tr(
            "Whether a survey was created or a list submitted is still unclear, and can only be "
            "checked with the present base URL and client ID. Settle that first.");
    const auto replaced = connectiontable::replace(database, name, entry, account);
    return replaced ? QString() : sql::sentence(replaced.error());
}

} // namespace

void Connections::Private::take(const QList<connectiontable::Entry> &entries)
{
    all = {sandbox()};
    qint64 newest = 0;
    for (const connectiontable::Entry &entry : entries) {
        if (!entry.connection.isSandbox)
            all.append(entry.connection);
        if (entry.lastUsed > newest) {
            newest = entry.lastUsed;
            lastUsed = entry.connection.name;
        }
    }
    sort();
}

void Connections::Private::read(Connections &owner)
{
    database.ask(
        connectiontable::read, &owner,
        [this, &owner, asked = edits](const sql::Result<QList<connectiontable::Entry>> &entries) {
            if (asked != edits)
                return read(owner); // the answer lacks what was added or removed meanwhile
            // That they can't be read is shown by the database.
            take(entries.value_or(QList<connectiontable::Entry>()));
            isLoaded = true;
            Q_EMIT owner.loaded();
            Q_EMIT owner.changed();
        });
}

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
    d->isKept = false; // an open one is read anew when it is opened from now on
    d->read(*this);
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
    if (d->session && d->isKept && d->current == found->name
        && d->session->connection().name == found->name)
        return; // it is open, with all that is being edited
    const Connection connection = *found;
    const quint64 turn = ++d->opening;
    d->current = connection.name;
    Q_EMIT changed();
    if (connection.isSandbox && !connection.baseUrl.isEmpty())
        return start(connection, sandboxCredentials(), true);
    // What has to be waited for may take long, as a keychain that asks for its password: nothing
    // is to be bought meanwhile in the connection that was left.
    replaceSession(nullptr);
    if (connection.isSandbox) {
        Q_EMIT sandboxWanted();
        return;
    }
    QCoro::connect(d->secrets.read(connection.name), this,
                   [this, turn, connection](const std::optional<Credentials> &credentials) {
                       if (turn != d->opening)
                           return;
                       if (credentials)
                           start(connection, *credentials, true);
                       else
                           reportMissingKey(connection.name);
                   });
}

void Connections::reportMissingKey(const QString &name)
{
    Q_EMIT keyMissing(
        name,
        d->secrets.isPersistent()
            // A keychain that stays locked says no more than one without the key.
            ? tr("The keychain did not provide the key of “%1”. Unlock the keychain if it is "
                 "locked, or enter the key again.")
                  .arg(name)
            : tr("The keychain can’t be opened, so the key of “%1” is missing. Unlock the "
                 "keychain, or enter the key again.")
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
    d->isKept = isKept;
    if (isKept) {
        d->lastUsed = connection.name;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        d->database.run([connection, account = session->account(), now](QSqlDatabase &database) {
            // Only which was used last; the database shows that it can't be written.
            std::ignore = connectiontable::markUsed(database, connection, account, now);
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
    if (d->current != connection->name)
        return;
    if (d->session && d->session->connection().isSandbox)
        d->session->moveTo(baseUrl, sandboxCredentials()); // what is edited there stays
    else
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

QList<Issue> Connections::problems(const Connection &connection, const Credentials &credentials,
                                   const QString &edited) const
{
    QStringList taken;
    for (const Connection &each : d->all) {
        if (edited.isEmpty() || each.name != edited)
            taken.append(each.name);
    }
    return validate(connection, credentials, taken);
}

void Connections::add(const Connection &connection, const Credentials &credentials)
{
    Connection kept = connection;
    kept.name = kept.name.trimmed();
    const Credentials secret = trimmed(credentials);
    d->all.append(kept);
    ++d->edits;
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
    const auto removeRows = [this, exact] {
        d->database.run([exact](QSqlDatabase &database) {
            return connectiontable::remove(database, exact); // the database shows a failure
        });
    };
    d->all.removeIf([&](const Connection &each) { return each.name == exact; });
    ++d->edits;
    QCoro::connect(d->secrets.remove(exact), this, [] {});
    if (d->current == exact) {
        // Its session writes what it has before it goes: the rows go after that.
        if (d->session)
            connect(d->session, &QObject::destroyed, this, removeRows);
        else
            removeRows();
        replaceSession(nullptr);
        open(sandboxName());
    } else {
        removeRows();
    }
    Q_EMIT changed();
}

QCoro::Task<bool> Connections::isUnclear(QString name)
{
    const auto work = [name](QSqlDatabase &database) {
        return connectiontable::isUnclear(database, name);
    };
    const sql::Result<bool> unclear = co_await d->database.run(work);
    co_return unclear.value_or(true); // what can't be read isn't clear
}

QCoro::Task<std::optional<Credentials>> Connections::credentials(QString name)
{
    co_return co_await d->secrets.read(name);
}

QCoro::Task<QString> Connections::change(QString name, Connection connection,
                                         Credentials credentials)
{
    const Connection *const former = d->find(name);
    if (!former || former->isSandbox)
        co_return tr("There is no connection named “%1”.").arg(name);
    const Connection before = *former;
    const bool isOpen = d->current == before.name;
    connection.name = connection.name.trimmed();
    const Credentials secret = trimmed(credentials);
    const QString account = accountOf(connection, secret);
    const qint64 now = isOpen ? QDateTime::currentMSecsSinceEpoch() : 0;
    const auto work = [before, connection, account, now](QSqlDatabase &database) {
        return replaceUnlessUnclear(database, before.name, {connection, now}, account);
    };
    const QString problem = co_await d->database.run(work);
    if (!problem.isEmpty())
        co_return problem;
    const bool wasKeeping = d->secrets.isPersistent();
    co_await d->secrets.write(connection.name, secret);
    if (connection.name.compare(before.name, Qt::CaseInsensitive) != 0)
        co_await d->secrets.remove(before.name);
    d->all.removeIf([&before](const Connection &each) { return each.name == before.name; });
    d->all.append(connection);
    ++d->edits;
    d->sort();
    if (d->lastUsed == before.name)
        d->lastUsed = connection.name;
    if (connection.name != before.name)
        Q_EMIT renamed(before.name, connection.name);
    if (isOpen) {
        ++d->opening;
        d->current = connection.name;
        start(connection, secret, true);
    }
    if (d->secrets.isPersistent() != wasKeeping)
        Q_EMIT keepsSecretsChanged();
    Q_EMIT changed();
    co_return QString();
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
