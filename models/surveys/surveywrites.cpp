#include "api/calls/surveys.h"
#include "api/flows/surveys.h"
#include "models/activity/pendingedits.h"
#include "models/surveys/surveystoreprivate.h"

#include <QPointer>

namespace models {

namespace {

using Figure = api::SurveyFigure;

bool know(const api::Survey &a, const api::Survey &b, api::SurveyFigure figure)
{
    return a.knows(figure) && b.knows(figure);
}

/// Somebody else changed what is to be changed, and not to the same.
bool areOthers(const api::SurveyChange &change, const api::Survey &known, const api::Survey &there)
{
    const bool isCpi = change.cpi && know(known, there, Figure::Cpi) && there.cpi != known.cpi
        && there.cpi != *change.cpi;
    const bool isLoi = change.loi && know(known, there, Figure::Loi) && there.loi != known.loi
        && there.loi != *change.loi;
    return isCpi || isLoi;
}

/// The fields of `fields` that a change of terms is about, in `survey`.
api::Survey withTerms(api::Survey survey, const api::SurveyChange &change,
                      const api::Survey &fields)
{
    if (change.loi) {
        survey.loi = fields.loi;
        survey.unknown.setFlag(Figure::Loi, !fields.knows(Figure::Loi));
    }
    if (change.cpi) {
        survey.cpi = fields.cpi;
        survey.unknown.setFlag(Figure::Cpi, !fields.knows(Figure::Cpi));
    }
    return survey;
}

api::Survey asChanged(api::Survey survey, const api::SurveyChange &change)
{
    survey.loi = change.loi ? double(*change.loi) : survey.loi;
    survey.cpi = change.cpi.value_or(survey.cpi);
    survey.unknown.setFlag(Figure::Loi, !change.loi && !survey.knows(Figure::Loi));
    survey.unknown.setFlag(Figure::Cpi, !change.cpi && !survey.knows(Figure::Cpi));
    return survey;
}

api::Survey withStatus(api::Survey survey, api::SurveyStatus status, const QString &text)
{
    survey.status = status;
    survey.statusText = text;
    return survey;
}

/// By value: the list moves while a write runs.
std::optional<api::Survey> copyOf(const api::Survey *survey)
{
    return survey ? std::optional(*survey) : std::nullopt;
}

} // namespace

// What was there before is taken when a write begins: a reading meanwhile may tell its result.

void SurveyStore::setStatus(const api::SurveyId &id, api::SurveyStatus status)
{
    const api::Survey *const known = find(id);
    const api::SurveyStatus from = known ? known->status : api::SurveyStatus::Unknown;
    const StatusWrite write {id, from, status, QDateTime::currentDateTimeUtc()};
    d->beginWriting(id);
    QCoro::connect(api::flows::setStatus(d->client, id, status), this,
                   [this, id, status, write](const api::Result<api::Done> &answer) {
                       if (!answer)
                           return takeChange(write, tl::unexpected(answer.error()));
                       const api::Survey *const there = find(id);
                       api::Survey survey = there ? *there : api::Survey {};
                       survey.status = status;
                       survey.statusText.clear();
                       takeChange(write, api::flows::StatusChange {survey});
                   });
}

void SurveyStore::changeStatus(const api::SurveyId &id, api::SurveyStatus from,
                               api::SurveyStatus to, QObject *context, StatusHandler handle)
{
    const StatusWrite write {id, from, to, QDateTime::currentDateTimeUtc()};
    d->beginWriting(id);
    const QPointer<QObject> alive(context);
    QCoro::connect(api::flows::changeStatus(d->client, id, from, to), this,
                   [this, write, alive, handle = std::move(handle)](
                       const api::Result<api::flows::StatusChange> &answer) {
                       takeChange(write, answer);
                       if (alive)
                           handle(answer);
                   });
}

/// The list has what is true now before anybody hears of it; what was written is read once more.
void SurveyStore::takeChange(const StatusWrite &write,
                             const api::Result<api::flows::StatusChange> &answer)
{
    const auto &[id, from, to, begun] = write;
    d->endWriting(id);
    if (!answer) {
        if (mayWait(answer.error()))
            Q_EMIT statusUnsent(id, from, to, begun);
        Q_EMIT statusFailed(id, answer.error(), begun);
        refreshOne(id); // what is shown is what is true there
        return;
    }
    const api::Survey *const known = find(id);
    const bool isOurs = answer->isSent && answer->survey.status == to;
    if (known && isOurs) {
        api::Survey before = answer->survey; // what else differs was changed elsewhere
        before.status = from;
        before.statusText = known->statusText;
        compare(before);
        Q_EMIT written(before, answer->survey);
    } else if (known) {
        compare(answer->survey);
    }
    if (known)
        adopt(answer->survey);
    if (!isOurs) {
        Q_EMIT statusElsewhere(id, answer->survey.status, begun);
        return;
    }
    Q_EMIT statusSet(id, to, begun);
    refreshOne(id);
}

void SurveyStore::beginStatus(const api::SurveyId &id)
{
    d->beginWriting(id);
    d->atBegin.insert(id, copyOf(find(id)));
}

void SurveyStore::endStatus(const api::SurveyId &id, api::SurveyStatus status, bool isSet)
{
    d->endWriting(id);
    const std::optional<api::Survey> was = d->atBegin.take(id);
    if (isSet)
        takeStatus(id, status, was);
    refreshOne(id); // what is shown is what is true there
}

void SurveyStore::takeStatus(const api::SurveyId &id, api::SurveyStatus status,
                             const std::optional<api::Survey> &before)
{
    const auto there = copyOf(find(id));
    if (!there)
        return;
    const api::Survey was = before.value_or(*there);
    const api::Survey after = withStatus(*there, status, {});
    Q_EMIT written(withStatus(*there, was.status, was.statusText), after);
    adopt(after);
}

void SurveyStore::changeTerms(const api::SurveyId &id, const api::SurveyChange &change)
{
    const QDateTime begun = QDateTime::currentDateTimeUtc();
    QCoro::connect(d->client.send(api::calls::survey(id)), this,
                   [this, id, change, begun](const api::Result<api::Survey> &answer) {
                       if (!answer) {
                           api::ApiError unsent = answer.error();
                           unsent.delivery = api::Delivery::NotSent; // of the terms
                           if (mayWait(unsent))
                               Q_EMIT termsUnsent(id, change, begun);
                           return Q_EMIT termsFailed(id, unsent);
                       }
                       const api::Survey *const known = find(id);
                       const bool isOther = known && areOthers(change, *known, *answer);
                       compare(*answer);
                       adopt(*answer);
                       if (isOther)
                           return Q_EMIT termsElsewhere(id);
                       writeTerms(id, change, begun);
                   });
}

void SurveyStore::setTerms(const api::SurveyId &id, const api::SurveyChange &change)
{
    writeTerms(id, change, QDateTime::currentDateTimeUtc());
}

void SurveyStore::writeTerms(const api::SurveyId &id, const api::SurveyChange &change,
                             const QDateTime &begun)
{
    d->beginWriting(id);
    const std::optional<api::Survey> was = copyOf(find(id));
    QCoro::connect(api::flows::setTerms(d->client, id, change), this,
                   [this, id, change, was, begun](const api::Result<api::Done> &answer) {
                       d->endWriting(id);
                       if (!answer) {
                           if (mayWait(answer.error()))
                               Q_EMIT termsUnsent(id, change, begun);
                           Q_EMIT termsFailed(id, answer.error());
                           refreshOne(id); // what is shown is what is true there
                           return;
                       }
                       if (const auto there = copyOf(find(id))) {
                           const api::Survey after = asChanged(*there, change);
                           Q_EMIT written(withTerms(*there, change, was.value_or(*there)), after);
                           adopt(after);
                       }
                       Q_EMIT termsSet(id, change, begun);
                       refreshOne(id);
                   });
}

} // namespace models
