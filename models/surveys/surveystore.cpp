#include "models/surveys/surveystore.h"

#include "api/calls/surveys.h"
#include "api/flows/surveys.h"
#include "models/database/database.h"
#include "models/surveys/surveycache.h"

#include <QPointer>
#include <QSet>

namespace models {

struct SurveyStore::Private
{
    SurveyStore *q;
    api::Client &client;
    Database &database;
    QString account;
    QList<api::Survey> surveys {};
    QHash<api::SurveyId, qsizetype> places {};
    QDateTime updated {};
    bool isIncomplete = false;
    bool isBusy = false;
    bool isCacheRead = false;
    api::Cancellation cancellation {};
    QList<api::Survey> arrived {}; ///< of the refresh that runs

    void setSurveys(QList<api::Survey> fresh)
    {
        surveys = std::move(fresh);
        places.clear();
        places.reserve(surveys.size());
        for (qsizetype i = 0; i < surveys.size(); ++i)
            places.insert(surveys[i].id, i);
    }

    void setBusy(bool busy)
    {
        if (std::exchange(isBusy, busy) != busy)
            Q_EMIT q->busyChanged(busy);
    }

    /// What has arrived in front, as the server orders it, and behind it what was there before.
    void merge()
    {
        QSet<api::SurveyId> seen;
        for (const api::Survey &survey : std::as_const(arrived))
            seen.insert(survey.id);
        QList<api::Survey> merged = arrived;
        for (const api::Survey &survey : std::as_const(surveys)) {
            if (!seen.contains(survey.id))
                merged.append(survey);
        }
        setSurveys(std::move(merged));
    }

    void keepList()
    {
        const surveycache::Entry entry {surveys, updated, isIncomplete};
        database.run([account = account, entry](QSqlDatabase &connection) {
            surveycache::write(connection, account, entry);
        });
    }

    void put(const api::Survey &survey)
    {
        const qsizetype place = places.value(survey.id, -1);
        if (place >= 0) {
            surveys[place] = survey;
        } else {
            QList<api::Survey> longer = surveys;
            longer.prepend(survey);
            setSurveys(std::move(longer));
        }
        database.run([account = account, survey](QSqlDatabase &connection) {
            surveycache::writeOne(connection, account, survey);
        });
    }
};

SurveyStore::SurveyStore(api::Client &client, Database &database, QString account, QObject *parent)
    : QObject(parent)
    , d(new Private {
          .q = this, .client = client, .database = database, .account = std::move(account)})
{
}

SurveyStore::~SurveyStore()
{
    d->cancellation.cancel();
}

void SurveyStore::loadCached()
{
    d->database.ask(
        [account = d->account](QSqlDatabase &connection) {
            return surveycache::read(connection, account);
        },
        this,
        [this](const surveycache::Entry &entry) {
            d->isCacheRead = true;
            if (!d->updated.isValid() && entry.updated.isValid()) {
                d->setSurveys(entry.surveys);
                d->updated = entry.updated;
                d->isIncomplete = entry.isIncomplete;
            }
            Q_EMIT changed();
        });
}

void SurveyStore::refresh()
{
    if (d->isBusy)
        return;
    d->arrived.clear();
    d->cancellation = {};
    d->setBusy(true);
    const QPointer<SurveyStore> alive(this);
    const auto onPage = [alive](const QList<api::Survey> &page) {
        if (alive)
            alive->takePage(page);
    };
    QCoro::connect(api::flows::allSurveys(d->client, onPage, d->cancellation), this,
                   [this](const api::Result<QList<api::Survey>> &answer) { finish(answer); });
}

void SurveyStore::takePage(const QList<api::Survey> &page)
{
    d->arrived += page;
    d->merge();
    Q_EMIT changed();
}

void SurveyStore::finish(const api::Result<QList<api::Survey>> &answer)
{
    const bool isWhole = answer.has_value();
    if (isWhole)
        d->setSurveys(*answer);
    if (isWhole || !d->arrived.isEmpty()) {
        d->updated = QDateTime::currentDateTimeUtc();
        d->isIncomplete = !isWhole;
        d->keepList();
    }
    d->arrived.clear();
    d->setBusy(false);
    Q_EMIT changed();
    if (!isWhole && answer.error().kind != api::ErrorKind::Cancelled)
        Q_EMIT failed(answer.error());
}

void SurveyStore::refreshOne(const api::SurveyId &id)
{
    QCoro::connect(d->client.send(api::calls::survey(id)), this,
                   [this, id](const api::Result<api::Survey> &answer) {
                       if (answer)
                           adopt(*answer);
                       else
                           Q_EMIT oneFailed(id, answer.error());
                   });
}

void SurveyStore::cancel()
{
    d->cancellation.cancel();
}

void SurveyStore::setStatus(const api::SurveyId &id, api::SurveyStatus status)
{
    QCoro::connect(api::flows::setStatus(d->client, id, status), this,
                   [this, id, status](const api::Result<api::Done> &answer) {
                       if (!answer) {
                           Q_EMIT statusFailed(id, answer.error());
                           return;
                       }
                       if (const api::Survey *there = find(id)) {
                           api::Survey survey = *there;
                           survey.status = status;
                           survey.statusText.clear();
                           adopt(survey);
                       }
                       Q_EMIT statusSet(id, status);
                       refreshOne(id);
                   });
}

const QList<api::Survey> &SurveyStore::surveys() const
{
    return d->surveys;
}

const api::Survey *SurveyStore::find(const api::SurveyId &id) const
{
    const qsizetype place = d->places.value(id, -1);
    return place < 0 ? nullptr : &d->surveys[place];
}

bool SurveyStore::isBusy() const
{
    return d->isBusy;
}

bool SurveyStore::isCacheRead() const
{
    return d->isCacheRead;
}

bool SurveyStore::isIncomplete() const
{
    return d->isIncomplete;
}

QDateTime SurveyStore::updated() const
{
    return d->updated;
}

void SurveyStore::adopt(const api::Survey &survey)
{
    d->put(survey);
    Q_EMIT surveyChanged(survey.id);
    Q_EMIT changed();
}

} // namespace models

#include "moc_surveystore.cpp"
