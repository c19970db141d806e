#include "api/calls/surveys.h"
#include "api/flows/surveys.h"
#include "models/surveys/surveystoreprivate.h"

#include <QPointer>
#include <QTimer>

namespace models {

namespace {

constexpr qsizetype slice = 2000; ///< surveys taken from the database in one turn

} // namespace

void SurveyStore::Private::takeWhole(const QList<api::Survey> &whole)
{
    if (std::ranges::equal(surveys, whole, {}, &api::Survey::id, &api::Survey::id))
        return;
    const QList<api::Survey> before = surveys;
    setSurveys(whole);
    for (const api::Survey &survey : before) {
        if (!places.contains(survey.id))
            news.gone.append(survey.id);
    }
    news.isReordered = true;
}

void SurveyStore::Private::keepList(const QList<api::Survey> &seen)
{
    const surveycache::Entry entry {surveys, updated, isIncomplete};
    database.run([account = account, entry, seen](QSqlDatabase &connection) {
        surveycache::write(connection, account, entry);
        snapshottable::record(connection, account, seen, entry.updated);
    });
}

QList<api::Survey> SurveyStore::Private::withAdopted(QList<api::Survey> whole) const
{
    QSet<api::SurveyId> there;
    for (api::Survey &survey : whole) {
        there.insert(survey.id);
        survey = adopted.value(survey.id, survey);
    }
    for (qsizetype i = surveys.size() - 1; i >= 0; --i) {
        const api::SurveyId &id = surveys[i].id;
        if (adopted.contains(id) && !there.contains(id))
            whole.prepend(adopted.value(id));
    }
    return whole;
}

void SurveyStore::Private::put(const api::Survey &survey)
{
    if (isBusy)
        adopted.insert(survey.id, survey);
    if (places.contains(survey.id)) {
        take(survey);
    } else {
        QList<api::Survey> longer = surveys;
        longer.prepend(survey);
        setSurveys(std::move(longer));
        news.fresh.append(survey.id);
        news.isReordered = true;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    database.run([account = account, survey, now](QSqlDatabase &connection) {
        surveycache::writeOne(connection, account, survey);
        snapshottable::record(connection, account, {survey}, now);
    });
}

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
                d->cached = entry.surveys;
                d->updated = entry.updated;
                d->isIncomplete = entry.isIncomplete;
            }
            takeCached();
        });
}

/// A slice in each turn of the event loop, so that a long list doesn't hold the window up. What
/// the server has told meanwhile is fresher.
void SurveyStore::takeCached()
{
    d->takeCached(slice);
    tell();
    if (!d->cached.isEmpty())
        QTimer::singleShot(0, this, &SurveyStore::takeCached);
}

void SurveyStore::tell()
{
    Q_EMIT changed(std::exchange(d->news, {}));
}

void SurveyStore::refresh()
{
    if (d->isBusy)
        return;
    d->arrived.clear();
    d->adopted.clear();
    d->cancellation = {};
    d->setBusy(true);
    const QPointer<SurveyStore> alive(this);
    const auto onPage = [alive](const QList<api::Survey> &page) {
        if (alive)
            alive->takePage(page);
    };
    QCoro::connect(api::flows::eachSurvey(d->client, onPage, d->cancellation), this,
                   [this](const api::Result<api::flows::ListEnd> &end) { finish(end); });
}

void SurveyStore::takePage(const QList<api::Survey> &page)
{
    for (const api::Survey &survey : page) {
        if (d->adopted.contains(survey.id))
            continue;
        compare(survey);
        d->take(survey);
    }
    d->arrived += page;
    tell();
}

void SurveyStore::finish(const api::Result<api::flows::ListEnd> &end)
{
    const bool isWhole = end && end->isWhole;
    QList<api::Survey> arrived = std::exchange(d->arrived, {});
    if (isWhole) {
        d->cached.clear();
        d->takeWhole(d->withAdopted(arrived));
    } else {
        d->takeCached(d->cached.size()); // what is kept below is all that is known
    }
    if (isWhole || !arrived.isEmpty()) {
        d->updated = QDateTime::currentDateTimeUtc();
        d->isIncomplete = !isWhole;
        arrived.removeIf(
            [this](const api::Survey &survey) { return d->adopted.contains(survey.id); });
        d->keepList(arrived); // what was adopted is in its history already
    }
    d->setBusy(false);
    tell();
    if (!end && end.error().kind != api::ErrorKind::Cancelled)
        Q_EMIT failed(end.error());
}

/// What is being written here comes back with the next reading, and was not changed elsewhere.
void SurveyStore::compare(const api::Survey &fresh)
{
    const api::Survey *const known = find(fresh.id);
    if (known && *known != fresh && !d->writing.contains(fresh.id))
        Q_EMIT seen(*known, fresh);
}

void SurveyStore::refreshOne(const api::SurveyId &id)
{
    QCoro::connect(
        d->client.send(api::calls::survey(id)), this,
        [this, id, before = d->writes.value(id)](const api::Result<api::Survey> &answer) {
            if (!answer)
                return Q_EMIT oneFailed(id, answer.error());
            // Read beside a write, it may be older: the end of that reads again.
            if (d->writes.value(id) != before)
                return;
            compare(*answer);
            adopt(*answer);
        });
}

void SurveyStore::cancel()
{
    d->cancellation.cancel();
}

void SurveyStore::askHistory(const api::SurveyId &id, QObject *context,
                             std::function<void(const History &)> handle)
{
    d->database.ask(
        [account = d->account, id](QSqlDatabase &connection) {
            return snapshottable::read(connection, account, id);
        },
        context, std::move(handle));
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

void SurveyStore::addCreated(const api::Survey &survey)
{
    adopt(survey);
    Q_EMIT created(survey);
}

void SurveyStore::adopt(const api::Survey &survey)
{
    d->put(survey);
    Q_EMIT surveyChanged(survey.id);
    tell();
}

} // namespace models

#include "moc_surveystore.cpp"
