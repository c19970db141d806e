#include "models/reference/referencestore.h"

#include "api/calls/masterdata.h"
#include "models/database/database.h"
#include "models/reference/referencecache.h"
#include "models/reference/referencejson.h"
#include "models/reference/referencelist.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

using Place = std::pair<api::CountryId, api::LanguageId>;

} // namespace

struct ReferenceStore::Private
{
    ReferenceStore *q;
    api::Client &client;
    Database &database;
    QString account;
    ReferenceList<api::Country> countries {u"country"_s, api::calls::countries};
    ReferenceList<api::Language> languages {u"language"_s, api::calls::languages};
    ReferenceList<api::StudyCategory> categories {u"study_category"_s, api::calls::studyCategories};
    ReferenceList<api::Vertical> verticals {u"vertical"_s, api::calls::verticals};
    QHash<Place, StandardQuestions> masters {};
    bool isCacheRead = false;
    bool isLoadWanted = false;

    template <class Function>
    void each(Function function)
    {
        function(countries);
        function(languages);
        function(categories);
        function(verticals);
    }

    template <class T>
    void ask(ReferenceList<T> &list)
    {
        if (std::exchange(list.isAsked, true))
            return;
        QCoro::connect(client.send(list.call()), q, [this, &list](api::Result<QList<T>> answer) {
            list.isAsked = false;
            if (!answer) {
                Q_EMIT q->failed(answer.error());
                return;
            }
            list.take(std::move(*answer), QDateTime::currentDateTimeUtc());
            keep(list);
            Q_EMIT q->changed();
        });
    }

    template <class T>
    void keep(const ReferenceList<T> &list)
    {
        const referencecache::Entry entry {referencejson::listToJson(list.rows), list.updated};
        database.run([account = account, name = list.name, entry](QSqlDatabase &connection) {
            referencecache::writeList(connection, account, name, entry);
        });
    }

    void askWhereNeeded()
    {
        each([this](auto &list) {
            if (!isFresh(list.updated))
                ask(list);
        });
    }

    void cacheRead(const QHash<QString, referencecache::Entry> &entries)
    {
        isCacheRead = true;
        each([&]<class T>(ReferenceList<T> &list) {
            const auto found = entries.constFind(list.name);
            if (found != entries.cend() && !list.updated.isValid())
                list.take(referencejson::listFromJson<T>(found->body), found->updated);
        });
        if (!entries.isEmpty())
            Q_EMIT q->changed();
        if (isLoadWanted)
            askWhereNeeded();
    }

    void askMaster(const Place &place)
    {
        if (std::exchange(masters[place].isAsked, true))
            return;
        auto task = client.send(api::calls::qualificationMaster(place.first, place.second));
        QCoro::connect(
            std::move(task), q, [this, place](api::Result<QList<api::Qualification>> answer) {
                masters[place].isAsked = false;
                if (!answer) {
                    Q_EMIT q->qualificationsFailed(place.first, place.second, answer.error());
                    Q_EMIT q->failed(answer.error());
                    return;
                }
                masterArrived(place, std::move(*answer));
            });
    }

    void masterArrived(const Place &place, QList<api::Qualification> rows)
    {
        StandardQuestions &master = masters[place];
        master.rows = std::move(rows);
        sortByName(master.rows, &api::Qualification::title);
        master.updated = QDateTime::currentDateTimeUtc();
        const referencecache::Entry entry {referencejson::listToJson(master.rows), master.updated};
        database.run([account = account, place, entry](QSqlDatabase &connection) {
            referencecache::writeMaster(connection, account, place.first, place.second, entry);
        });
        Q_EMIT q->qualificationsChanged(place.first, place.second);
    }

    void masterRead(const Place &place, const referencecache::Entry &entry)
    {
        StandardQuestions &master = masters[place];
        master.isAsked = false;
        if (entry.updated.isValid() && !master.updated.isValid()) {
            master.rows = referencejson::listFromJson<api::Qualification>(entry.body);
            master.updated = entry.updated;
            Q_EMIT q->qualificationsChanged(place.first, place.second);
        }
        if (!isFresh(masters[place].updated))
            askMaster(place);
    }
};

ReferenceStore::ReferenceStore(api::Client &client, Database &database, QString account,
                               QObject *parent)
    : QObject(parent)
    , d(new Private {
          .q = this, .client = client, .database = database, .account = std::move(account)})
{
}

ReferenceStore::~ReferenceStore() = default;

void ReferenceStore::loadCached()
{
    d->database.ask(
        [account = d->account](QSqlDatabase &connection) {
            return referencecache::readLists(connection, account);
        },
        this,
        [this](const QHash<QString, referencecache::Entry> &entries) { d->cacheRead(entries); });
}

void ReferenceStore::load()
{
    d->isLoadWanted = true;
    if (d->isCacheRead)
        d->askWhereNeeded();
    else
        loadCached();
}

void ReferenceStore::refresh()
{
    d->each([this](auto &list) { d->ask(list); });
}

const QList<api::Country> &ReferenceStore::countries() const
{
    return d->countries.rows;
}

const QList<api::Language> &ReferenceStore::languages() const
{
    return d->languages.rows;
}

const QList<api::StudyCategory> &ReferenceStore::categories() const
{
    return d->categories.rows;
}

const QList<api::Vertical> &ReferenceStore::verticals() const
{
    return d->verticals.rows;
}

QString ReferenceStore::countryName(const api::CountryId &id) const
{
    return nameOf(d->countries.rows, id);
}

QString ReferenceStore::languageName(const api::LanguageId &id) const
{
    return nameOf(d->languages.rows, id);
}

QDateTime ReferenceStore::updated() const
{
    QDateTime oldest = d->countries.updated;
    d->each([&](const auto &list) {
        if (!list.updated.isValid() || list.updated < oldest)
            oldest = list.updated;
    });
    return oldest;
}

const QList<api::Qualification> &
ReferenceStore::qualifications(const api::CountryId &country, const api::LanguageId &language) const
{
    static const QList<api::Qualification> none;
    const auto found = d->masters.constFind({country, language});
    return found == d->masters.cend() ? none : found->rows;
}

QDateTime ReferenceStore::qualificationsUpdated(const api::CountryId &country,
                                                const api::LanguageId &language) const
{
    return d->masters.value({country, language}).updated;
}

void ReferenceStore::refreshQualifications(const api::CountryId &country,
                                           const api::LanguageId &language)
{
    d->askMaster({country, language});
}

bool ReferenceStore::isBusy() const
{
    bool isAsked = false;
    d->each([&isAsked](const auto &list) { isAsked = isAsked || list.isAsked; });
    for (const StandardQuestions &master : std::as_const(d->masters))
        isAsked = isAsked || master.isAsked;
    return isAsked;
}

void ReferenceStore::loadQualifications(const api::CountryId &country,
                                        const api::LanguageId &language)
{
    const Place place {country, language};
    StandardQuestions &master = d->masters[place];
    if (master.isAsked)
        return;
    if (isFresh(master.updated)) {
        Q_EMIT qualificationsChanged(country, language);
        return;
    }
    if (std::exchange(master.isCacheRead, true)) {
        d->askMaster(place);
        return;
    }
    master.isAsked = true;
    d->database.ask(
        [account = d->account, place](QSqlDatabase &connection) {
            return referencecache::readMaster(connection, account, place.first, place.second);
        },
        this, [this, place](const referencecache::Entry &entry) { d->masterRead(place, entry); });
}

} // namespace models

#include "moc_referencestore.cpp"
