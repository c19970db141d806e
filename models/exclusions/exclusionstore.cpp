#include "models/exclusions/exclusionstore.h"

#include "api/calls/exclusions.h"
#include "api/flows/exclusions.h"
#include "api/flows/settle.h"
#include "models/database/database.h"
#include "models/exclusions/exclusiontable.h"
#include "models/support/callturn.h"

namespace models {

using Ids = QList<api::SurveyId>;

namespace {

Ids without(Ids all, const Ids &some)
{
    all.removeIf([&some](const api::SurveyId &id) { return some.contains(id); });
    return all;
}

} // namespace

struct ExclusionStore::Private
{
    ExclusionStore *q;
    api::Client &client;
    Database &database;
    QString account;
    api::SurveyId survey;
    exclusiontable::Entry entry {};
    CallTurn turn {[this](bool isBusy) { Q_EMIT q->busyChanged(isBusy); }};
    bool isCacheRead = false;

    void keep()
    {
        database.run([account = account, survey = survey, entry = entry](QSqlDatabase &connection) {
            // What the service has, and what is still to be put back: removeFrom() checks that.
            std::ignore = exclusiontable::write(connection, account, survey, entry);
        });
    }

    void set(const Ids &known, const Ids &owed)
    {
        entry.known = known;
        entry.owed = owed;
        keep();
        Q_EMIT q->changed();
    }

    /// What the server told just now; what it has is no longer owed.
    void take(const Ids &told)
    {
        entry.known = told;
        entry.updated = QDateTime::currentDateTimeUtc();
        if (without(entry.owed, told).isEmpty())
            entry.owed.clear();
        keep();
        Q_EMIT q->changed();
    }

    /// Whether an act may begin now; else it waits for the end of a reading, or is declined.
    bool mayWrite(CallTurn::Run again)
    {
        const CallTurn::Turn mine = turn.beginWriting(std::move(again));
        if (mine == CallTurn::Turn::Refused)
            Q_EMIT q->declined();
        return mine == CallTurn::Turn::Begun;
    }

    void readCache();
    void read();
    void removeFrom(const Ids &before, const Ids &gone);
    void finishRemoval(const api::Result<api::flows::ExclusionRemoval> &result, const Ids &before,
                       const Ids &gone);

    /// The end of an act that is one call.
    void finish(Act act, const api::Result<api::Done> &answer, const Ids &after)
    {
        turn.end();
        if (answer) {
            const Ids before = entry.known;
            set(after, act == Act::Add ? entry.owed : Ids());
            if (act == Act::Add && !answer->changed)
                Q_EMIT q->unchanged();
            else
                Q_EMIT q->done(act, before, after);
        } else {
            Q_EMIT q->writeFailed(act, answer.error());
        }
        if (answer || api::flows::mayHaveActed(answer.error()))
            q->load();
    }
};

void ExclusionStore::Private::readCache()
{
    database.ask(
        [account = account, survey = survey](QSqlDatabase &connection) {
            return exclusiontable::read(connection, account, survey);
        },
        q,
        [this](const exclusiontable::Entry &found) {
            isCacheRead = true;
            entry = found;
            if (entry.updated.isValid())
                Q_EMIT q->changed();
            read();
        });
}

void ExclusionStore::Private::read()
{
    QCoro::connect(client.send(api::calls::exclusions(survey), turn.cancellation()), q,
                   [this](const api::Result<Ids> &answer) {
                       turn.end();
                       if (answer)
                           take(*answer);
                       else if (!turn.isCutOff())
                           Q_EMIT q->failed(answer.error());
                       turn.runWaiting();
                   });
}

/// Nothing is sent before the list is written down.
void ExclusionStore::Private::removeFrom(const Ids &before, const Ids &gone)
{
    exclusiontable::Entry fresh = entry;
    fresh.known = before;
    fresh.owed = before;
    database.ask(
        [account = account, survey = survey, fresh](QSqlDatabase &connection) {
            return exclusiontable::write(connection, account, survey, fresh);
        },
        q,
        [this, before, gone, fresh](const sql::Result<sql::Done> &written) {
            if (!written) {
                turn.end();
                Q_EMIT q->removalRefused(sql::sentence(written.error()));
                return;
            }
            entry = fresh;
            QCoro::connect(
                api::flows::removeExclusions(client, survey, before, gone), q,
                [this, before, gone](const api::Result<api::flows::ExclusionRemoval> &result) {
                    finishRemoval(result, before, gone);
                });
        });
}

void ExclusionStore::Private::finishRemoval(const api::Result<api::flows::ExclusionRemoval> &result,
                                            const Ids &before, const Ids &gone)
{
    turn.end();
    const bool isDone = result && !result->error;
    const Ids owed = result ? result->owed : Ids();
    // Of what is owed nobody knows that it is there.
    set(isDone ? without(before, gone) : without(before, owed), owed);
    if (isDone)
        Q_EMIT q->done(Act::Remove, before, without(before, gone));
    else
        Q_EMIT q->writeFailed(Act::Remove, result ? *result->error : result.error());
    q->load();
}

ExclusionStore::ExclusionStore(api::Client &client, Database &database, QString account,
                               api::SurveyId survey, QObject *parent)
    : QObject(parent)
    , d(new Private {.q = this,
                     .client = client,
                     .database = database,
                     .account = std::move(account),
                     .survey = std::move(survey)})
{
}

ExclusionStore::~ExclusionStore()
{
    d->turn.cancel();
}

void ExclusionStore::load()
{
    if (!d->turn.begin())
        return;
    if (d->isCacheRead)
        d->read();
    else
        d->readCache();
}

void ExclusionStore::add(const Ids &excluded)
{
    if (excluded.isEmpty() || !d->mayWrite([this, excluded] { add(excluded); }))
        return;
    const Ids after = d->entry.known + without(excluded, d->entry.known);
    QCoro::connect(api::flows::addExclusions(d->client, d->survey, excluded), this,
                   [this, after](const api::Result<api::Done> &answer) {
                       d->finish(Act::Add, answer, after);
                   });
}

void ExclusionStore::remove(const Ids &gone)
{
    if (gone.isEmpty() || !owed().isEmpty() || !d->mayWrite([this, gone] { remove(gone); }))
        return;
    QCoro::connect(d->client.send(api::calls::exclusions(d->survey)), this,
                   [this, gone](const api::Result<Ids> &there) {
                       if (there && without(gone, *there).size() < gone.size())
                           return d->removeFrom(*there, gone);
                       d->turn.end();
                       if (there)
                           d->take(*there); // gone already
                       else
                           Q_EMIT writeFailed(Act::Remove, there.error());
                   });
}

void ExclusionStore::removeAll()
{
    if (!d->mayWrite([this] { removeAll(); }))
        return;
    QCoro::connect(
        api::flows::deleteExclusions(d->client, d->survey), this,
        [this](const api::Result<api::Done> &answer) { d->finish(Act::RemoveAll, answer, {}); });
}

void ExclusionStore::saveAgain()
{
    if (d->entry.owed.isEmpty() || !d->mayWrite([this] { saveAgain(); }))
        return;
    const Ids after = d->entry.known + without(d->entry.owed, d->entry.known);
    QCoro::connect(api::flows::addExclusions(d->client, d->survey, d->entry.owed), this,
                   [this, after](const api::Result<api::Done> &answer) {
                       d->finish(Act::SaveAgain, answer, after);
                   });
}

void ExclusionStore::dropOwed()
{
    d->set(d->entry.known, {});
}

void ExclusionStore::cancel()
{
    d->turn.cancel();
}

bool ExclusionStore::isBusy() const
{
    return d->turn.isBusy();
}

bool ExclusionStore::isWriting() const
{
    return d->turn.isWriting();
}

bool ExclusionStore::isKnown() const
{
    return d->entry.updated.isValid();
}

const Ids &ExclusionStore::exclusions() const
{
    return d->entry.known;
}

Ids ExclusionStore::owed() const
{
    return without(d->entry.owed, d->entry.known);
}

QDateTime ExclusionStore::updated() const
{
    return d->entry.updated;
}

} // namespace models

#include "moc_exclusionstore.cpp"
