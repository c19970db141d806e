#include "models/quotas/quotastore.h"

#include "api/calls/qualifications.h"
#include "api/flows/quotas.h"
#include "api/types/quotalookup.h"
#include "models/support/callturn.h"

namespace models {

namespace {

struct Found
{
    QList<api::Qualification> qualifications;
    QList<api::Quota> quotas;
};

struct Saved
{
    QList<api::Quota> quotas; ///< that the server has now
    QList<QuotaWrite> writes; ///< none when it was left as it was
    bool hasConflicts = false;
    bool areThere = true;
};

api::Task<Found> read(api::Client &client, api::SurveyId survey, api::Cancellation cancellation)
{
    const auto qualifications =
        co_await client.send(api::calls::qualifications(survey), cancellation);
    if (!qualifications)
        co_return tl::make_unexpected(qualifications.error());
    const auto quotas = co_await api::flows::quotas(client, survey, cancellation);
    if (!quotas)
        co_return tl::make_unexpected(quotas.error());
    Found found {*qualifications, *quotas};
    co_return found;
}

/// `all`, in which the qualifications of `codes` are as `fresh` has them.
QList<api::Quota> withFresh(QList<api::Quota> all, const QList<api::Quota> &codes,
                            const QList<api::Quota> &fresh)
{
    const auto has = [](const QList<api::Quota> &some, api::QualificationCode code) {
        return std::ranges::find(some, code, &api::Quota::code) != some.end();
    };
    all.removeIf([&](const api::Quota &one) { return has(codes, one.code); });
    for (const api::Quota &one : fresh) {
        if (has(codes, one.code) && !one.criteria.isEmpty())
            all.append(one);
    }
    return all;
}

QList<QuotaWrite> writesOf(const QList<api::Quota> &before, const QList<api::Quota> &sent)
{
    QList<QuotaWrite> writes;
    for (const api::Quota &quota : sent) {
        for (const api::QuotaCriterion &criterion : quota.criteria) {
            const auto was = api::requiredCount(before, quota.code, criterion.target);
            if (was != criterion.requiredCount)
                writes.append({quota.code, criterion.target, was, criterion.requiredCount});
        }
    }
    return writes;
}

api::Task<Saved> write(api::Client &client, api::SurveyId survey, QList<api::Quota> before,
                       QList<api::Quota> mine, int completes, api::Cancellation cancellation)
{
    const auto there = co_await api::flows::quotas(client, survey, cancellation);
    if (!there) {
        api::ApiError error = there.error();
        error.delivery = api::Delivery::NotSent; // of the write nothing has left
        co_return tl::make_unexpected(error);
    }
    Saved result;
    result.quotas = *there;
    const QuotaMerge merge = mergeQuotas(before, mine, *there);
    result.hasConflicts = !merge.conflicts.isEmpty();
    const QList<api::Quota> sent = changedQuotas(*there, merge.merged, completes);
    if (result.hasConflicts || sent.isEmpty())
        co_return result;
    const auto now = co_await api::flows::saveQuotas(client, survey, sent);
    if (!now)
        co_return tl::make_unexpected(now.error());
    result.areThere = api::holds(*now, sent);
    result.writes = writesOf(*there, sent);
    result.quotas = withFresh(*there, sent, *now);
    co_return result;
}

} // namespace

struct QuotaStore::Private
{
    QuotaStore *q;
    api::Client &client;
    api::SurveyId survey;
    CallTurn turn {[this](bool isBusy) { Q_EMIT q->busyChanged(isBusy); }};
    QList<api::Qualification> qualifications {};
    QList<api::Quota> quotas {}; ///< as the service told them last
    bool isRead = false;

    void take(const QList<api::Quota> &fresh)
    {
        quotas = fresh;
        isRead = true;
        Q_EMIT q->arrived(fresh);
    }

    /// What every reading ends with.
    template <class Found>
    void finishReading(const api::Result<Found> &found, const auto &takeIt)
    {
        turn.end();
        if (found)
            takeIt(*found);
        else if (!turn.isCutOff())
            Q_EMIT q->failed(found.error(), false);
        turn.runWaiting();
    }
};

QuotaStore::QuotaStore(api::Client &client, api::SurveyId survey, QObject *parent)
    : QObject(parent)
    , d(new Private {this, client, std::move(survey)})
{
}

QuotaStore::~QuotaStore()
{
    d->turn.cancel();
}

void QuotaStore::load()
{
    if (!d->turn.begin())
        return;
    QCoro::connect(read(d->client, d->survey, d->turn.cancellation()), this,
                   [this](const api::Result<Found> &found) {
                       d->finishReading(found, [this](const Found &all) {
                           d->qualifications = all.qualifications;
                           d->take(all.quotas);
                       });
                   });
}

void QuotaStore::refreshOne(api::QualificationCode code)
{
    if (!d->isRead)
        return load();
    if (!d->turn.begin())
        return;
    QCoro::connect(api::flows::readQuota(d->client, d->survey, code, d->turn.cancellation()), this,
                   [this, code](api::Result<api::Quota> found) {
                       if (!found && found.error().kind == api::ErrorKind::NotFound)
                           found = api::Quota {code, {}};
                       d->finishReading(found, [this](const api::Quota &one) {
                           d->take(withFresh(d->quotas, {one}, {one}));
                       });
                   });
}

void QuotaStore::save(const QList<api::Quota> &before, const QList<api::Quota> &mine, int completes)
{
    const auto turn = d->turn.beginWriting([=, this] { save(before, mine, completes); });
    if (turn == CallTurn::Turn::Refused)
        Q_EMIT declined();
    if (turn != CallTurn::Turn::Begun)
        return;
    QCoro::connect(write(d->client, d->survey, before, mine, completes, d->turn.cancellation()),
                   this, [this](const api::Result<Saved> &result) {
                       d->turn.end();
                       if (!result)
                           return Q_EMIT failed(result.error(), true);
                       if (!result->writes.isEmpty())
                           Q_EMIT saved(result->writes, result->areThere);
                       else if (result->hasConflicts)
                           Q_EMIT conflicted();
                       else
                           Q_EMIT unchanged();
                       d->take(result->quotas);
                   });
}

void QuotaStore::cancel()
{
    d->turn.cancel();
}

bool QuotaStore::isBusy() const
{
    return d->turn.isBusy();
}

bool QuotaStore::isWriting() const
{
    return d->turn.isWriting();
}

const QList<api::Qualification> &QuotaStore::qualifications() const
{
    return d->qualifications;
}

} // namespace models

#include "moc_quotastore.cpp"
