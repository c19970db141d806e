#include "api/flows/surveys.h"
#include "models/activity/pendingedits.h"
#include "models/surveys/surveystoreprivate.h"

namespace models {

void SurveyStore::setStatus(const api::SurveyId &id, api::SurveyStatus status)
{
    d->writing.insert(id);
    QCoro::connect(api::flows::setStatus(d->client, id, status), this,
                   [this, id, status](const api::Result<api::Done> &answer) {
                       d->writing.remove(id);
                       if (!answer) {
                           if (mayWait(answer.error()))
                               Q_EMIT statusUnsent(id, status);
                           Q_EMIT statusFailed(id, answer.error());
                           refreshOne(id); // what is shown is what is true there
                           return;
                       }
                       if (const api::Survey *there = find(id)) {
                           api::Survey survey = *there;
                           survey.status = status;
                           survey.statusText.clear();
                           Q_EMIT written(*there, survey);
                           adopt(survey);
                       }
                       Q_EMIT statusSet(id, status);
                       refreshOne(id);
                   });
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
