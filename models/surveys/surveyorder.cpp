#include "models/surveys/surveyorder.h"

#include "models/support/collation.h"
#include "models/surveys/surveycolumns.h"

#include <QDate>

#include <numeric>

namespace models {

namespace {

/// Each key is computed once.
template <class KeyOf>
void sortBy(QList<int> &places, const QList<SurveyRow> &rows, KeyOf keyOf)
{
    std::vector<decltype(keyOf(rows.first()))> keys;
    keys.reserve(size_t(rows.size()));
    for (const SurveyRow &row : rows)
        keys.push_back(keyOf(row));
    std::stable_sort(places.begin(), places.end(),
                     [&](int a, int b) { return keys[size_t(a)] < keys[size_t(b)]; });
}

double numberOf(const QVariant &raw)
{
    return raw.typeId() == QMetaType::QDate ? double(raw.toDate().toJulianDay()) : raw.toDouble();
}

} // namespace

QList<int> surveyOrder(const QList<SurveyRow> &rows, int column)
{
    QList<int> places(rows.size());
    std::iota(places.begin(), places.end(), 0);
    if (column < 0 || rows.isEmpty())
        return places;
    const auto raw = surveyColumns()[size_t(column)].raw;
    if (raw(rows.first()).typeId() == QMetaType::QString) {
        const QCollator collator = peoplesOrder();
        sortBy(places, rows,
               [&](const SurveyRow &row) { return collator.sortKey(raw(row).toString()); });
    } else {
        sortBy(places, rows, [&](const SurveyRow &row) { return numberOf(raw(row)); });
    }
    return places;
}

} // namespace models
