#include "models/surveys/surveyrows.h"

namespace models {

namespace {

bool isFoundAlike(const api::Survey &a, const api::Survey &b)
{
    return a.name == b.name && a.code == b.code && a.id == b.id;
}

} // namespace

int SurveyRows::placeOf(const api::SurveyId &id) const
{
    return m_places.value(id, -1);
}

int SurveyRows::put(const SurveyRow &row)
{
    const int place = placeOf(row.survey.id);
    if (place < 0)
        return add(row);
    SurveyRow &present = m_rows[place];
    for (auto &[column, order] : m_orders)
        order.touch(place, &present, row);
    m_isSearchOld = m_isSearchOld || !isFoundAlike(present.survey, row.survey);
    present = row;
    return place;
}

int SurveyRows::add(const SurveyRow &row)
{
    int place = int(m_rows.size());
    if (m_free.isEmpty()) {
        m_rows.append(row);
        m_isThere.append(true);
        m_ranks.append(0);
        m_search.append(row);
    } else {
        place = m_free.takeLast();
        m_rows[place] = row;
        m_isThere[place] = true;
        m_isSearchOld = true;
    }
    for (auto &[column, order] : m_orders)
        order.touch(place, nullptr, row);
    m_ranks[place] = m_nextRank++;
    m_places.insert(row.survey.id, place);
    m_listed.append(place);
    return place;
}

void SurveyRows::remove(const api::SurveyId &id)
{
    const auto found = m_places.constFind(id);
    if (found == m_places.cend())
        return;
    const int place = *found;
    m_places.erase(found);
    m_isThere[place] = false;
    m_gone.append(place);
}

void SurveyRows::forgetGone()
{
    m_listed.removeIf([this](int place) { return !m_isThere[place]; });
    m_free += std::exchange(m_gone, {});
}

void SurveyRows::reorder(const QList<api::Survey> &surveys)
{
    m_listed.clear();
    m_listed.reserve(surveys.size());
    m_nextRank = 0;
    for (const api::Survey &survey : surveys) {
        const int place = placeOf(survey.id);
        if (place < 0)
            continue;
        m_ranks[place] = m_nextRank++;
        m_listed.append(place);
    }
    for (auto &[column, order] : m_orders)
        order.rankAnew();
}

const QList<int> &SurveyRows::order(int column)
{
    if (column < 0)
        return m_listed;
    return m_orders.try_emplace(column, column).first->second.places(m_rows, m_ranks);
}

qsizetype SurveyRows::unknown(int column) const
{
    const auto found = m_orders.find(column);
    return found == m_orders.end() ? 0 : found->second.unknown();
}

QList<bool> SurveyRows::find(const QString &text)
{
    if (std::exchange(m_isSearchOld, false))
        m_search.build(m_rows);
    return m_search.find(text);
}

} // namespace models
