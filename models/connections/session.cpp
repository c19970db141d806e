#include "models/connections/session.h"

#include "models/activity/changelog.h"
#include "models/activity/journal.h"
#include "models/activity/pendingedits.h"
#include "models/connections/connectionrules.h"
#include "models/connections/currencies.h"
#include "models/database/database.h"
#include "models/drafts/draftstore.h"
#include "models/drafts/opencreations.h"
#include "models/feasibility/feasibilitystore.h"
#include "models/interlocking/gridcache.h"
#include "models/interlocking/waitingcells.h"
#include "models/quotas/quotacompletes.h"
#include "models/quotas/waitingquotas.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/reference/referencestore.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveypast.h"
#include "models/surveys/surveystore.h"
#include "models/surveys/unsent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

struct Session::Private
{
    Connection connection;
    QString account;
    Database &database;
    api::Client &client; ///< a child of the session's parent
    Journal journal {database, account};
    ChangeLog changes {database, account};
    PendingEdits pending {database, account};
    Currencies currencies {account};
    SurveyStore surveys {client, database, account};
    SurveyPast past {database, account, surveys};
    AttentionWatch attention {surveys};
    ReferenceStore reference {client, database, account};
    ReconciliationStore reconciliations {client, database, account};
    ReconciliationPlans plans {database, account, surveys, reconciliations};
    DraftStore drafts {database, account};
    FeasibilityStore feasibility {client, database, account};
    OpenCreations creations {database, account, surveys};
    WaitingQuotas waitingQuotas {client, surveys, pending, changes};
    GridCache grids {database, account};
    WaitingCells waitingCells {client, grids, pending, changes};
    QuotaCompletes quotaCompletes {database, account};
    QHash<api::SurveyId, OwnWrites> own {}; ///< not seen in a reading yet
    bool isOnline = false;
    bool isReachable = true;
    std::optional<api::ApiError> fault {};
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
    connect(&client, &api::Client::recorded, this, &Session::follow);
    connect(&client, &api::Client::connectionFailed, this,
            [this](const api::ApiError &error, const api::SurveyId &survey) {
                // A refusal may be about that survey only.
                if (survey.isEmpty() || !api::isAccessRefused(error.kind))
                    setFault(error);
            });
    connectActivity();
}

Session::~Session()
{
    d->client.shutDown();
    if (!parent())
        d->client.deleteLater();
}

void Session::moveTo(const QUrl &baseUrl, const Credentials &credentials)
{
    d->connection.baseUrl = baseUrl;
    Q_ASSERT(accountOf(d->connection, credentials) == d->account);
    d->client.moveTo({baseUrl, credentials.clientId, credentials.key});
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

Currencies &Session::currencies()
{
    return d->currencies;
}

QString Session::usualCurrency() const
{
    const QList<api::Survey> &all = d->surveys.surveys();
    const auto isOther = [&all](const api::Survey &survey) {
        return survey.currency != all.first().currency;
    };
    return std::ranges::any_of(all, isOther) ? QString()
                                             : d->currencies.name(all.value(0).currency);
}

SurveyPast &Session::past()
{
    return d->past;
}

AttentionWatch &Session::attention()
{
    return d->attention;
}

ReferenceStore &Session::reference()
{
    return d->reference;
}

ReconciliationStore &Session::reconciliations()
{
    return d->reconciliations;
}

ReconciliationPlans &Session::plans()
{
    return d->plans;
}

DraftStore &Session::drafts()
{
    return d->drafts;
}

FeasibilityStore &Session::feasibility()
{
    return d->feasibility;
}

OpenCreations &Session::creations()
{
    return d->creations;
}

/// What rooms write goes into the change log, and what could not leave waits.
void Session::connectActivity()
{
    SurveyStore &surveys = d->surveys;
    keepUnsent(surveys, d->pending);
    connect(&d->past, &SurveyPast::changed, this, &Session::lookBack);
    connect(&surveys, &SurveyStore::written, this,
            [this](const api::Survey &before, const api::Survey &after) {
                d->own.remove(after.id);
                d->changes.addWritten(before, after);
            });
    connect(&surveys, &SurveyStore::seen, this,
            [this](const api::Survey &before, const api::Survey &after) {
                d->changes.addSeen(before, after, d->own.take(after.id));
            });
    connect(&surveys, &SurveyStore::created, &d->changes, &ChangeLog::addCreated);
    connect(&d->reconciliations, &ReconciliationStore::submitted, &d->changes,
            &ChangeLog::addSubmission);
}

/// The rules that need what was known before.
void Session::lookBack()
{
    d->attention.setHistory(
        [past = &d->past](const api::SurveyId &id) { return past->dayAgo(id); });
    d->attention.setBegun([past = &d->past](const api::SurveyId &id) { return past->begun(id); });
}

/// A status or terms that were written without the store of surveys, as a creation does it, are
/// seen to differ by the next reading, and are no change made elsewhere.
void Session::noteOwn(const api::CallRecord &record)
{
    using api::ErrorKind;
    const bool isRefused = record.error && record.error != ErrorKind::Network
        && record.error != ErrorKind::Timeout && record.error != ErrorKind::ServerError
        && record.error != ErrorKind::Malformed && record.error != ErrorKind::RateLimited;
    if (isRefused || record.survey.isEmpty())
        return;
    if (record.endpoint.endsWith("survey_status"_L1))
        d->own[record.survey].status = true;
    else if (record.endpoint.endsWith("update_survey"_L1))
        d->own[record.survey].terms = true;
}

/// What it refuses in its own form shows as well as a success that the service is there.
bool Session::isServices(const api::CallRecord &record)
{
    using api::ErrorKind;
    const bool isVerdict = record.error == ErrorKind::NotFound
        || record.error == ErrorKind::Conflict || record.error == ErrorKind::Gone
        || record.error == ErrorKind::Rejected;
    return !record.error
        || (isVerdict && record.answerBody.startsWith(u'{')
            && !record.endpoint.endsWith("HashData"_L1));
}

/// A client may be refused single calls: that another one succeeds says nothing about those.
bool Session::isEndOf(const api::ApiError &fault, const api::CallRecord &record)
{
    const bool isLike =
        record.endpoint == fault.endpoint || record.endpoint.endsWith("get_survey"_L1);
    return !api::isAccessRefused(fault.kind) || (isLike && record.survey.isEmpty());
}

void Session::follow(const api::CallRecord &record)
{
    noteOwn(record);
    if (d->fault && isServices(record) && isEndOf(*d->fault, record))
        setFault({});
    const bool isUnreachable = record.error && api::isUnreachable(*record.error, record.httpStatus);
    const bool isSilent = record.error == api::ErrorKind::Cancelled;
    if (isSilent || std::exchange(d->isReachable, !isUnreachable) == !isUnreachable)
        return;
    Q_EMIT reachableChanged(d->isReachable);
    if (d->isReachable)
        d->surveys.refresh(); // what was missed meanwhile
}

void Session::setFault(const std::optional<api::ApiError> &fault)
{
    const auto isSame = [](const api::ApiError &one, const api::ApiError &other) {
        return one.kind == other.kind && one.httpStatus == other.httpStatus
            && one.serverMessage == other.serverMessage && one.tls == other.tls;
    };
    const bool isKnown = d->fault && fault ? isSame(*d->fault, *fault) : d->fault == fault;
    if (isKnown) // calls that run side by side meet it too
        return;
    d->fault = fault;
    Q_EMIT faultChanged();
}

bool Session::isToldAbove(const api::ApiError &error) const
{
    return api::isUnreachable(error) || (d->fault && api::isConnectionFault(error));
}

const std::optional<api::ApiError> &Session::fault() const
{
    return d->fault;
}

bool Session::isReachable() const
{
    return d->isReachable;
}

ChangeLog &Session::changes()
{
    return d->changes;
}

PendingEdits &Session::pending()
{
    return d->pending;
}

GridCache &Session::grids()
{
    return d->grids;
}

QuotaCompletes &Session::quotaCompletes()
{
    return d->quotaCompletes;
}

Journal &Session::journal()
{
    return d->journal;
}

void Session::loadLocal()
{
    d->surveys.loadCached();
    d->reference.loadCached();
    d->drafts.load();
    d->feasibility.load();
    d->creations.load();
    d->pending.loadKept();
    d->plans.load();
    d->past.read();
}

void Session::goOnline()
{
    d->surveys.refresh();
    d->reference.load();
    d->reconciliations.loadAll();
    if (!std::exchange(d->isOnline, true))
        Q_EMIT online();
}

bool Session::isOnline() const
{
    return d->isOnline;
}

} // namespace models

#include "moc_session.cpp"
