#include "models/qualifications/qualificationstore.h"

#include "api/calls/interlocking.h"
#include "api/calls/qualifications.h"
#include "api/calls/quotas.h"
#include "api/flows/qualifications.h"
#include "api/flows/settle.h"
#include "models/drafts/draftconversion.h"
#include "models/qualifications/audience.h"
#include "models/support/callturn.h"

#include <algorithm>

namespace models {

namespace {

struct Found
{
    QList<api::Qualification> qualifications;
    BuiltOnAnswers built;
};

/// How a change ended: what stood against it, when something did.
struct Updated
{
    std::optional<api::Qualification> theirs;
};

struct Line
{
    QString title;
    QString before;
    QString after;
};

api::Task<Found> read(api::Client &client, api::SurveyId survey, api::Cancellation cancellation)
{
    const auto qualifications =
        co_await client.send(api::calls::qualifications(survey), cancellation);
    if (!qualifications)
        co_return tl::make_unexpected(qualifications.error());
    Found found {*qualifications, {}};
    const auto quotas = co_await client.send(api::calls::quotas(survey), cancellation);
    if (quotas)
        found.built.quotas = *quotas;
    const auto grid = co_await client.send(api::calls::interlocking(survey), cancellation);
    if (grid && !grid->combinations.isEmpty())
        found.built.grid = *grid;
    co_return found;
}

api::Task<Updated> change(api::Client &client, api::SurveyId survey, api::Targeting before,
                          api::Targeting after, bool overwrites)
{
    if (!overwrites) {
        const auto there = co_await client.send(api::calls::qualifications(survey));
        if (!there)
            co_return tl::make_unexpected(there.error());
        const auto own = std::ranges::find(*there, before.code, &api::Qualification::code);
        if (own == there->end())
            co_return Updated {api::Qualification()};
        if (!api::flows::holds(*own, before) && !api::flows::holds(*own, after))
            co_return Updated {*own};
    }
    const auto answer = co_await api::flows::updateQualification(client, survey, after);
    if (!answer)
        co_return tl::make_unexpected(answer.error());
    co_return Updated {};
}

QString notAsked()
{
    return QualificationStore::tr("not asked", "a qualification");
}

} // namespace

struct QualificationStore::Private
{
    QualificationStore *q;
    api::Client &client;
    api::SurveyId survey;
    CallTurn turn {[this](bool isBusy) { Q_EMIT q->busyChanged(isBusy); }};
    QList<api::Qualification> qualifications {};
    BuiltOnAnswers built {};
    QDateTime updated {};
    bool isKnown = false;
    bool isRead = false; ///< the server told this store

    void take(const Found &found)
    {
        qualifications = found.qualifications;
        built = found.built;
        updated = QDateTime::currentDateTimeUtc();
        isKnown = true;
        isRead = true;
        Q_EMIT q->arrived();
    }

    void tell(const QList<Line> &lines)
    {
        for (const Line &line : lines)
            Q_EMIT q->written(line.title, line.before, line.after);
        Q_EMIT q->saved();
        q->load();
    }

    void refused(const api::ApiError &error)
    {
        Q_EMIT q->writeFailed(error);
        if (api::flows::mayHaveActed(error))
            q->load();
    }
};

QualificationStore::QualificationStore(api::Client &client, api::SurveyId survey, QObject *parent)
    : QObject(parent)
    , d(new Private {.q = this, .client = client, .survey = std::move(survey)})
{
}

QualificationStore::~QualificationStore()
{
    d->turn.cancel();
}

void QualificationStore::setKnown(const QList<api::Qualification> &qualifications,
                                  const BuiltOnAnswers &built, const QDateTime &since)
{
    if (d->isRead)
        return;
    d->qualifications = qualifications;
    d->built = built;
    d->updated = since;
    d->isKnown = true;
    Q_EMIT arrived();
}

void QualificationStore::load()
{
    if (!d->turn.begin())
        return;
    QCoro::connect(read(d->client, d->survey, d->turn.cancellation()), this,
                   [this](const api::Result<Found> &found) {
                       d->turn.end();
                       if (found)
                           d->take(*found);
                       else if (!d->turn.isCutOff())
                           Q_EMIT failed(found.error());
                       d->turn.runWaiting();
                   });
}

void QualificationStore::add(const QList<TargetedQualification> &targets)
{
    if (targets.isEmpty() || !d->turn.beginWriting([this, targets] { add(targets); }))
        return;
    QList<api::Targeting> sent;
    QList<Line> lines;
    for (const TargetedQualification &target : targets) {
        sent.append(toTargeting(target));
        lines.append({target.question.title, notAsked(), answersText(target)});
    }
    QCoro::connect(api::flows::addQualifications(d->client, d->survey, sent), this,
                   [this, lines](const api::Result<api::Done> &answer) {
                       d->turn.end();
                       if (answer)
                           d->tell(lines);
                       else
                           d->refused(answer.error());
                   });
}

void QualificationStore::update(const TargetedQualification &before,
                                const TargetedQualification &after, bool overwrites)
{
    if (!d->turn.beginWriting([=, this] { update(before, after, overwrites); }))
        return;
    const Line line {after.question.title, answersText(before), answersText(after)};
    QCoro::connect(
        change(d->client, d->survey, toTargeting(before), toTargeting(after), overwrites), this,
        [this, line](const api::Result<Updated> &answer) {
            d->turn.end();
            if (!answer)
                return d->refused(answer.error());
            if (!answer->theirs)
                return d->tell({line});
            Q_EMIT outdated(*answer->theirs);
            load();
        });
}

void QualificationStore::remove(const api::Qualification &question)
{
    if (!d->turn.beginWriting([this, question] { remove(question); }))
        return;
    const Line line {question.title, answersText(asTargeted(question)), notAsked()};
    QCoro::connect(api::flows::deleteQualification(d->client, d->survey, question.code), this,
                   [this, line](const api::Result<api::Done> &answer) {
                       d->turn.end();
                       if (answer)
                           d->tell(answer->changed ? QList<Line> {line} : QList<Line>());
                       else
                           d->refused(answer.error());
                   });
}

void QualificationStore::cancel()
{
    d->turn.cancel();
}

bool QualificationStore::isBusy() const
{
    return d->turn.isBusy();
}

bool QualificationStore::isWriting() const
{
    return d->turn.isWriting();
}

bool QualificationStore::isKnown() const
{
    return d->isKnown;
}

const QList<api::Qualification> &QualificationStore::qualifications() const
{
    return d->qualifications;
}

const BuiltOnAnswers &QualificationStore::built() const
{
    return d->built;
}

QDateTime QualificationStore::updated() const
{
    return d->updated;
}

} // namespace models

#include "moc_qualificationstore.cpp"
