#include "models/connections/session.h"

#include "models/activity/journal.h"
#include "models/connections/connectionrules.h"
#include "models/database/database.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/reference/referencestore.h"
#include "models/surveys/surveystore.h"

namespace models {

struct Session::Private
{
    Connection connection;
    QString account;
    Database &database;
    api::Client &client; ///< a child of the session's parent
    Journal journal {database, account};
    SurveyStore surveys {client, database, account};
    ReferenceStore reference {client, database, account};
    ReconciliationStore reconciliations {client, database, account};
    bool isOnline = false;
};

Session::Session(Connection connection, Credentials credentials, Database &database,
                 api::Policy policy, QObject *parent)
    : QObject(parent)
{
    const api::Endpoint endpoint {connection.baseUrl, credentials.clientId, credentials.key};
    const QString account = accountOf(connection, credentials);
    auto &client = *new api::Client(endpoint, policy, parent);
    d.reset(new Private {.connection = std::move(connection),
                         .account = account,
                         .database = database,
                         .client = client});
    connect(&client, &api::Client::recorded, &d->journal, &Journal::add);
}

Session::~Session()
{
    d->client.shutDown();
    if (!parent())
        d->client.deleteLater();
}

const Connection &Session::connection() const
{
    return d->connection;
}

QString Session::account() const
{
    return d->account;
}

api::Client &Session::client()
{
    return d->client;
}

Database &Session::database()
{
    return d->database;
}

SurveyStore &Session::surveys()
{
    return d->surveys;
}

ReferenceStore &Session::reference()
{
    return d->reference;
}

ReconciliationStore &Session::reconciliations()
{
    return d->reconciliations;
}

Journal &Session::journal()
{
    return d->journal;
}

void Session::loadLocal()
{
    d->surveys.loadCached();
    d->reference.loadCached();
}

void Session::goOnline()
{
    d->surveys.refresh();
    d->reference.load();
    if (!std::exchange(d->isOnline, true))
        Q_EMIT online();
}

bool Session::isOnline() const
{
    return d->isOnline;
}

} // namespace models

#include "moc_session.cpp"
