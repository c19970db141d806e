#include "models/interlocking/interlockingstore.h"

#include "api/calls/interlocking.h"
#include "api/calls/qualifications.h"
#include "api/calls/quotas.h"
#include "api/flows/interlocking.h"
#include "api/flows/settle.h"
#include "models/interlocking/gridcache.h"
#include "models/support/callturn.h"

#include <algorithm>

namespace models {

namespace {

/// What a load finds. `grid` has no combinations when the server says that there is none.
struct Found
{
    QList<api::Qualification> qualifications;
    QList<api::Quota> quotas; ///< none as well where they couldn't be read
    api::Interlocking grid;
};

struct Saved
{
    api::Interlocking grid;
    QList<GridCellState> cells; ///< that were sent and are there now
    int others = 0; ///< sent, and there with another quota
};

bool hasQuota(const api::Interlocking &grid, const GridCellState &cell)
{
    const auto found = std::ranges::find(grid.combinations, cell.id, &api::Combination::id);
    return found != grid.combinations.end() && found->quota == cell.current;
}

api::Task<Found> read(api::Client &client, api::SurveyId survey, api::Cancellation cancellation)
{
    const auto qualifications =
        co_await client.send(api::calls::qualifications(survey), cancellation);
    if (!qualifications)
        co_return tl::make_unexpected(qualifications.error());
    const auto grid = co_await client.send(api::calls::interlocking(survey), cancellation);
    if (!grid)
        co_return tl::make_unexpected(grid.error());
    Found found {*qualifications, {}, *grid};
    const auto quotas = co_await client.send(api::calls::quotas(survey), cancellation);
    if (quotas)
        found.quotas = *quotas;
    co_return found;
}

api::Task<Saved> write(api::Client &client, api::SurveyId survey, InterlockingGrid mine,
                       api::Cancellation cancellation)
{
    const auto there = co_await client.send(api::calls::interlocking(survey), cancellation);
    if (!there) {
        api::ApiError error = there.error();
        error.delivery = api::Delivery::NotSent; // of the write nothing has left
        co_return tl::make_unexpected(error);
    }
    Saved result {*there, {}};
    const MergedGrid merged = merge(mine, gridOf(*there, {}));
    const QList<api::CellChange> changes = merged.grid.changes();
    if (!merged.conflicts.isEmpty() || changes.isEmpty())
        co_return result;
    const auto answer = co_await api::flows::updateInterlocking(client, survey, changes);
    if (!answer)
        co_return tl::make_unexpected(answer.error());
    result.grid = *answer;
    for (const qsizetype cell : merged.grid.changed())
        result.cells.append(merged.grid.cells[cell]);
    result.others = int(result.cells.removeIf(
        [&result](const GridCellState &cell) { return !hasQuota(result.grid, cell); }));
    co_return result;
}

} // namespace

struct InterlockingStore::Private
{
    InterlockingStore *q;
    api::Client &client;
    GridCache &cache;
    api::SurveyId survey;
    CallTurn turn {[this](bool isBusy) { Q_EMIT q->busyChanged(isBusy); }};
    QList<api::Qualification> qualifications {};
    QList<api::Quota> quotas {};
    QDateTime updated {};
    bool isCacheRead = false;
    bool isRead = false; ///< the server told this store

    /// What the server told just now; without combinations there is no grid.
    void take(const api::Interlocking &grid)
    {
        updated = QDateTime::currentDateTimeUtc();
        cache.keep(survey, {grid, updated});
        if (grid.combinations.isEmpty())
            Q_EMIT q->absent();
        else
            Q_EMIT q->arrived(gridOf(grid, qualifications));
    }

    void readCache();
    void readServer();

    /// Whether a write may begin now; else it waits for the end of a reading, or is declined.
    bool mayWrite(CallTurn::Run again)
    {
        const CallTurn::Turn mine = turn.beginWriting(std::move(again));
        if (mine == CallTurn::Turn::Refused)
            Q_EMIT q->declined();
        return mine == CallTurn::Turn::Begun;
    }
};

void InterlockingStore::Private::readCache()
{
    cache.ask(survey, q, [this](const KnownGrid &found) {
        isCacheRead = true;
        updated = found.at;
        if (!found.grid.combinations.isEmpty())
            Q_EMIT q->known(gridOf(found.grid, qualifications));
        else if (found.at.isValid())
            Q_EMIT q->absent();
        readServer();
    });
}

void InterlockingStore::Private::readServer()
{
    QCoro::connect(read(client, survey, turn.cancellation()), q,
                   [this](const api::Result<Found> &found) {
                       turn.end();
                       if (found) {
                           isRead = true;
                           qualifications = found->qualifications;
                           quotas = found->quotas;
                           take(found->grid);
                       } else if (!turn.isCutOff()) {
                           Q_EMIT q->failed(found.error(), Act::Load);
                       }
                       turn.runWaiting();
                   });
}

InterlockingStore::InterlockingStore(api::Client &client, GridCache &cache, api::SurveyId survey,
                                     QObject *parent)
    : QObject(parent)
    , d(new Private {.q = this, .client = client, .cache = cache, .survey = std::move(survey)})
{
}

InterlockingStore::~InterlockingStore()
{
    d->turn.cancel();
}

void InterlockingStore::setKnown(const QList<api::Qualification> &qualifications,
                                 const QList<api::Quota> &quotas)
{
    if (d->isRead)
        return;
    d->qualifications = qualifications;
    d->quotas = quotas;
}

void InterlockingStore::load()
{
    if (!d->turn.begin())
        return;
    if (d->isCacheRead)
        d->readServer();
    else
        d->readCache();
}

void InterlockingStore::save(const InterlockingGrid &grid)
{
    if (grid.changed().isEmpty() || !d->mayWrite([this, grid] { save(grid); }))
        return;
    QCoro::connect(write(d->client, d->survey, grid, d->turn.cancellation()), this,
                   [this](const api::Result<Saved> &result) {
                       d->turn.end();
                       if (!result)
                           return Q_EMIT failed(result.error(), Act::Save);
                       d->take(result->grid);
                       for (const GridCellState &cell : result->cells)
                           Q_EMIT cellWritten(cell.combination, cell.saved, cell.current);
                       if (!result->cells.isEmpty())
                           Q_EMIT saved(int(result->cells.size()));
                       if (result->others > 0)
                           Q_EMIT keptOther(result->others);
                   });
}

void InterlockingStore::create(const QList<api::QualificationCode> &codes,
                               const api::CombinationId &before)
{
    if (!d->mayWrite([=, this] { create(codes, before); }))
        return;
    QCoro::connect(api::flows::createInterlocking(d->client, d->survey, codes, before), this,
                   [this](const api::Result<api::Interlocking> &answer) {
                       d->turn.end();
                       if (answer)
                           return d->take(*answer);
                       Q_EMIT failed(answer.error(), Act::Create);
                       if (api::flows::mayHaveActed(answer.error()))
                           load();
                   });
}

void InterlockingStore::cancel()
{
    d->turn.cancel();
}

bool InterlockingStore::isBusy() const
{
    return d->turn.isBusy();
}

bool InterlockingStore::isWriting() const
{
    return d->turn.isWriting();
}

QDateTime InterlockingStore::updated() const
{
    return d->updated;
}

const QList<api::Qualification> &InterlockingStore::qualifications() const
{
    return d->qualifications;
}

const QList<api::Quota> &InterlockingStore::quotas() const
{
    return d->quotas;
}

} // namespace models

#include "moc_interlockingstore.cpp"
