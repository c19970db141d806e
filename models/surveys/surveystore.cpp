#include "models/surveys/surveystore.h"

#include "api/calls/surveys.h"
#include "api/flows/surveys.h"
#include "models/activity/pendingedits.h"
#include "models/database/database.h"
#include "models/surveys/snapshottable.h"
#include "models/surveys/surveycache.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

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
    /// Adopted while a refresh runs: its pages may have been read before, so they don't count.
    QHash<api::SurveyId, api::Survey> adopted {};
    QList<api::Survey> cached {}; ///< of the database, not taken yet
    SurveyNews news {}; ///< not told yet
    QHash<api::SurveyId, int> writing {}; ///< how many writes run
    QHash<api::SurveyId, quint64> writes {}; ///< how many ever began or ended
    QHash<api::SurveyId, std::optional<api::Survey>> atBegin {}; ///< of a status, until endStatus()

    void beginWriting(const api::SurveyId &id)
    {
        ++writing[id];
        ++writes[id];
    }

    void endWriting(const api::SurveyId &id)
    {
        if (--writing[id] == 0)
            writing.remove(id);
        ++writes[id];
    }

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

    /// In its place, or at the end: the order is the server's once all of the list is known.
    void take(const api::Survey &survey)
    {
        const qsizetype place = places.value(survey.id, -1);
        if (place < 0) {
            places.insert(survey.id, surveys.size());
            surveys.append(survey);
        } else if (surveys[place] != survey) {
            surveys[place] = survey;
        } else {
            return;
        }
        news.fresh.append(survey.id);
    }

    /// Up to `most` of those from the database, unless the server has told them meanwhile.
    void takeCached(qsizetype most)
    {
        const qsizetype count = std::min(most, cached.size());
        for (const api::Survey &survey : cached.first(count)) {
            if (!places.contains(survey.id))
                take(survey);
        }
        cached.remove(0, count);
    }

    /// All that the server has, in its order; their values have been taken already.
    void takeWhole(const QList<api::Survey> &whole);

    /// `seen`: those that the server told just now, for their history.
    void keepList(const QList<api::Survey> &seen);

    /// What has arrived with the newer values of what was adopted meanwhile; those that no page
    /// had come first, as put() shows them.
    QList<api::Survey> withAdopted(QList<api::Survey> whole) const;

    void put(const api::Survey &survey);
};

namespace {

constexpr qsizetype slice = 2000; ///< surveys taken from the database in one turn

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

#include "moc_surveystore.cpp"
