#include "models/qualifications/qualificationstore.h"

#include "api/flows/qualifications.h"
#include "api/flows/settle.h"
#include "models/drafts/draftconversion.h"
#include "models/qualifications/audience.h"
#include "models/qualifications/targetingcalls.h"
#include "models/support/callturn.h"

#include <algorithm>

namespace models {

namespace {

struct Line
{
    QString title;
    QString before;
    QString after;
};

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

    void take(const FoundTargeting &found)
    {
        qualifications = found.qualifications;
        built = found.built;
        updated = QDateTime::currentDateTimeUtc();
        isKnown = true;
        isRead = true;
        Q_EMIT q->arrived();
    }

    void takeOne(const api::Qualification &fresh)
    {
        for (api::Qualification &one : qualifications) {
            if (one.code == fresh.code)
                one = fresh;
        }
        Q_EMIT q->arrived();
    }

    /// Whether a write may begin now; else it waits for the end of a reading, or is declined.
    bool mayWrite(CallTurn::Run again)
    {
        const CallTurn::Turn mine = turn.beginWriting(std::move(again));
        if (mine == CallTurn::Turn::Refused)
            Q_EMIT q->declined();
        return mine == CallTurn::Turn::Begun;
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
    QCoro::connect(readTargeting(d->client, d->survey, d->turn.cancellation()), this,
                   [this](const api::Result<FoundTargeting> &found) {
                       d->turn.end();
                       if (found)
                           d->take(*found);
                       else if (!d->turn.isCutOff())
                           Q_EMIT failed(found.error());
                       d->turn.runWaiting();
                   });
}

void QualificationStore::refreshOne(api::QualificationCode code)
{
    if (!d->isRead)
        return load();
    if (!d->turn.begin())
        return;
    QCoro::connect(
        api::flows::readQualification(d->client, d->survey, code, d->turn.cancellation()), this,
        [this](const api::Result<api::Qualification> &found) {
            d->turn.end();
            const bool isGone = !found && found.error().kind == api::ErrorKind::NotFound;
            if (found)
                d->takeOne(*found);
            else if (!isGone && !d->turn.isCutOff())
                Q_EMIT failed(found.error());
            const bool isNext = d->turn.isCutOff();
            d->turn.runWaiting();
            if (isGone && !isNext)
                load();
        });
}

void QualificationStore::add(const QList<TargetedQualification> &targets)
{
    if (targets.isEmpty() || !d->mayWrite([this, targets] { add(targets); }))
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
                       if (!answer)
                           return d->refused(answer.error());
                       if (answer->changed)
                           return d->tell(lines);
                       Q_EMIT unchanged();
                       load();
                   });
}

void QualificationStore::update(const TargetedQualification &before,
                                const TargetedQualification &after, bool overwrites)
{
    if (!d->mayWrite([=, this] { update(before, after, overwrites); }))
        return;
    const Line line {after.question.title, answersText(before), answersText(after)};
    QCoro::connect(
        changeTargeting(d->client, d->survey, toTargeting(before), toTargeting(after), overwrites),
        this, [this, line](const api::Result<ChangedTargeting> &answer) {
            d->turn.end();
            if (!answer)
                return d->refused(answer.error());
            if (!answer->theirs && !answer->other)
                return d->tell({line});
            if (answer->theirs)
                Q_EMIT outdated(*answer->theirs);
            else
                Q_EMIT keptOther(*answer->other);
            load();
        });
}

void QualificationStore::remove(const api::Qualification &question)
{
    if (!d->mayWrite([this, question] { remove(question); }))
        return;
    const Line line {question.title, answersText(asTargeted(question)), notAsked()};
    QCoro::connect(removeTargeting(d->client, d->survey, toTargeting(asTargeted(question))), this,
                   [this, line](const api::Result<RemovedTargeting> &answer) {
                       d->turn.end();
                       if (!answer)
                           return d->refused(answer.error());
                       if (!answer->theirs)
                           return d->tell(answer->changed ? QList<Line> {line} : QList<Line>());
                       Q_EMIT outdated(*answer->theirs);
                       load();
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
