// What the store of surveys keeps, for its own sources only.
#pragma once

#include "models/database/database.h"
#include "models/surveys/snapshottable.h"
#include "models/surveys/surveycache.h"
#include "models/surveys/surveystore.h"

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

} // namespace models
