#include "models/surveys/surveyorder.h"

#include "models/support/collation.h"
#include "models/surveys/surveycolumns.h"

#include <QDate>

#include <algorithm>
#include <limits>
#include <numeric>

namespace models {

namespace {

QVariant rawValue(const SurveyRow &row, int column)
{
    return surveyColumns()[size_t(column)].raw(row);
}

constexpr double lastOfAll =
    std::numeric_limits<double>::infinity(); ///< the key of an unknown value

double numberOf(const QVariant &raw)
{
    if (raw.typeId() == QMetaType::QDate)
        return raw.toDate().isValid() ? double(raw.toDate().toJulianDay()) : lastOfAll;
    return raw.isValid() ? raw.toDouble() : lastOfAll;
}

/// Both in the order of `keys`: those of `some` get their places among the others.
template <class Keys>
void mergeByKeys(QList<int> &places, const QList<int> &some, const Keys &keys,
                 const QList<int> &ranks)
{
    const auto isBefore = [&](int a, int b) {
        if (keys[size_t(a)] < keys[size_t(b)])
            return true;
        return !(keys[size_t(b)] < keys[size_t(a)]) && ranks[a] < ranks[b];
    };
    const qsizetype others = places.size();
    places += some;
    std::sort(places.begin() + others, places.end(), isBefore);
    std::inplace_merge(places.begin(), places.begin() + others, places.end(), isBefore);
}

/// The keys of `some`, which are in rising order, are computed anew; those beyond the end added.
template <class Keys, class KeyOf>
void renew(Keys &keys, const QList<int> &some, const QList<SurveyRow> &rows, KeyOf keyOf)
{
    keys.reserve(size_t(rows.size()));
    for (const int place : some) {
        if (size_t(place) < keys.size())
            keys[size_t(place)] = keyOf(rows[place]);
        else
            keys.push_back(keyOf(rows[place]));
    }
}

} // namespace

SurveyOrder::SurveyOrder(int column)
    : m_column(column)
{
}

void SurveyOrder::touch(int place, const SurveyRow *before, const SurveyRow &after)
{
    if (std::holds_alternative<std::monostate>(m_keys))
        return; // nothing is ordered yet
    if (!before || rawValue(*before, m_column) != rawValue(after, m_column))
        m_touched.append(place);
}

void SurveyOrder::rankAnew()
{
    m_isRankOld = true;
}

const QList<int> &SurveyOrder::places(const QList<SurveyRow> &rows, const QList<int> &ranks)
{
    if (rows.isEmpty())
        return m_places;
    if (std::holds_alternative<std::monostate>(m_keys)) {
        const bool isText = rawValue(rows.first(), m_column).typeId() == QMetaType::QString;
        m_keys = isText ? decltype(m_keys)(Words()) : decltype(m_keys)(Numbers());
        m_touched.resize(rows.size());
        std::iota(m_touched.begin(), m_touched.end(), 0);
    }
    if (!m_touched.isEmpty() || m_isRankOld)
        merge(rows, ranks);
    return m_places;
}

qsizetype SurveyOrder::unknown() const
{
    const auto *const numbers = std::get_if<Numbers>(&m_keys);
    return numbers ? std::ranges::count(*numbers, lastOfAll) : 0;
}

void SurveyOrder::merge(const QList<SurveyRow> &rows, const QList<int> &ranks)
{
    std::ranges::sort(m_touched);
    m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
    QList<bool> isTouched(rows.size(), false);
    for (const int place : std::as_const(m_touched))
        isTouched[place] = true;
    m_places.removeIf([&isTouched](int place) { return isTouched[place]; });
    QList<int> some = std::exchange(m_touched, {});
    const QList<int> touched = some;
    if (std::exchange(m_isRankOld, false))
        some += std::exchange(m_places, {});
    if (auto *const numbers = std::get_if<Numbers>(&m_keys)) {
        renew(*numbers, touched, rows,
              [this](const SurveyRow &row) { return numberOf(rawValue(row, m_column)); });
        mergeByKeys(m_places, some, *numbers, ranks);
    } else {
        const QCollator collator = peoplesOrder();
        auto &words = std::get<Words>(m_keys);
        renew(words, touched, rows, [&](const SurveyRow &row) {
            return collator.sortKey(rawValue(row, m_column).toString());
        });
        mergeByKeys(m_places, some, words, ranks);
    }
}

} // namespace models
