// A reference list in memory, with what is needed to get it and to know its age.
#pragma once

#include "api/calls/request.h"
#include "api/types/qualification.h"
#include "models/support/collation.h"

#include <QDateTime>

namespace models {

inline bool isFresh(const QDateTime &updated)
{
    constexpr int freshFor = 24 * 60 * 60; // seconds
    return updated.isValid() && updated.secsTo(QDateTime::currentDateTimeUtc()) < freshFor;
}

/// One list, with what is needed to get it.
template <class T>
struct ReferenceList
{
    QString name; ///< in the cache
    api::Request<QList<T>> (*call)();
    QList<T> rows {};
    QDateTime updated {};
    bool isAsked = false; ///< a call is on its way

    void take(QList<T> fresh, const QDateTime &when)
    {
        rows = std::move(fresh);
        sortByName(rows, &T::name);
        updated = when;
    }
};

/// The standard qualifications of a country and language.
struct StandardQuestions
{
    QList<api::Qualification> rows;
    QDateTime updated;
    bool isAsked = false;
    bool isCacheRead = false;
};

template <class T, class Id>
QString nameOf(const QList<T> &rows, const Id &id)
{
    const auto found =
        std::find_if(rows.cbegin(), rows.cend(), [&](const T &row) { return row.id == id; });
    return found == rows.cend() ? id.value : found->name;
}

} // namespace models
