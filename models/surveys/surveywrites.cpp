#include "api/flows/surveys.h"
#include "models/activity/pendingedits.h"
#include "models/surveys/surveystoreprivate.h"

#include <QPointer>

namespace models {

void SurveyStore::setStatus(const api::SurveyId &id, api::SurveyStatus status)
{
    const api::Survey *const known = find(id);
    const api::SurveyStatus from = known ? known->status : api::SurveyStatus::Unknown;
    d->writing.insert(id);
    QCoro::connect(api::flows::setStatus(d->client, id, status), this,
                   [this, id, from, status](const api::Result<api::Done> &answer) {
                       if (!answer)
                           return takeChange(id, from, status, tl::unexpected(answer.error()));
                       const api::Survey *const there = find(id);
                       api::Survey survey = there ? *there : api::Survey {};
                       survey.status = status;
                       survey.statusText.clear();
                       takeChange(id, from, status, api::flows::StatusChange {survey});
                   });
}

void SurveyStore::changeStatus(const api::SurveyId &id, api::SurveyStatus from,
                               api::SurveyStatus to, QObject *context, StatusHandler handle)
{
    d->writing.insert(id);
    const QPointer<QObject> alive(context);
    QCoro::connect(api::flows::changeStatus(d->client, id, from, to), this,
                   [this, id, from, to, alive, handle = std::move(handle)](
                       const api::Result<api::flows::StatusChange> &answer) {
                       takeChange(id, from, to, answer);
                       if (alive)
                           handle(answer);
                   });
}

/// The list has what is true now before anybody hears of it; what was written is read once more.
void SurveyStore::takeChange(const api::SurveyId &id, api::SurveyStatus from, api::SurveyStatus to,
                             const api::Result<api::flows::StatusChange> &answer)
{
    d->writing.remove(id);
    if (!answer) {
        if (mayWait(answer.error()))
            Q_EMIT statusUnsent(id, from, to);
        Q_EMIT statusFailed(id, answer.error());
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
        Q_EMIT statusElsewhere(id, answer->survey.status);
        return;
    }
    Q_EMIT statusSet(id, to);
    refreshOne(id);
}

void SurveyStore::setTerms(const api::SurveyId &id, const api::SurveyChange &change)
{
    d->writing.insert(id);
    QCoro::connect(api::flows::setTerms(d->client, id, change), this,
                   [this, id, change](const api::Result<api::Done> &answer) {
                       d->writing.remove(id);
                       if (!answer) {
                           if (mayWait(answer.error()))
                               Q_EMIT termsUnsent(id, change);
                           return Q_EMIT termsFailed(id, answer.error());
                       }
                       if (const api::Survey *there = find(id)) {
                           api::Survey survey = *there;
                           if (change.loi)
                               survey.loi = *change.loi;
                           survey.cpi = change.cpi.value_or(survey.cpi);
                           Q_EMIT written(*there, survey);
                           adopt(survey);
                       }
                       Q_EMIT termsSet(id, change);
                       refreshOne(id);
                   });
}

} // namespace models
