// The rows of the surveys table: each keeps its place while it exists, whatever comes or goes.
#pragma once

#include "models/surveys/surveyorder.h"
#include "models/surveys/surveysearch.h"

#include <map>

namespace models {

/// Places stay, so that a change costs what it changes: orders by column and texts to search are
/// kept up to date row by row.
class SurveyRows
{
public:
    const QList<SurveyRow> &all() const { return m_rows; } ///< by place; some may have gone
    const SurveyRow &at(int place) const { return m_rows[place]; }
    qsizetype count() const { return m_places.size(); } ///< of those that are there
    int placeOf(const api::SurveyId &id) const; ///< -1 when it isn't there
    bool isThere(int place) const { return m_isThere[place]; }

    /// Replaces the survey's row, or adds it at the end of the list. Its place.
    int put(const SurveyRow &row);
    /// It can still be read until forgetGone(), after which its place may be another's. One that
    /// isn't there changes nothing.
    void remove(const api::SurveyId &id);
    void forgetGone();
    /// The list is in the order of `surveys` from now on; those that aren't there are passed over.
    void reorder(const QList<api::Survey> &surveys);

    /// Places in ascending order of a column, equal ones as listed, those that have gone too;
    /// -1: as listed.
    const QList<int> &order(int column);
    qsizetype unknown(int column) const; ///< how many at the end of order() have no value
    /// An answer for each place; `text` is folded() already.
    QList<bool> find(const QString &text);

private:
    int add(const SurveyRow &row);

    QList<SurveyRow> m_rows;
    QList<bool> m_isThere;
    QList<int> m_ranks; ///< by place: rising as the list goes
    int m_nextRank = 0;
    QHash<api::SurveyId, int> m_places;
    QList<int> m_listed; ///< places in the list's own order
    QList<int> m_gone; ///< still readable
    QList<int> m_free;
    std::map<int, SurveyOrder> m_orders; ///< by column
    SurveySearch m_search;
    bool m_isSearchOld = false;
};

} // namespace models
