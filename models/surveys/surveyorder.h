// The order of surveys by one column, kept up to date as single rows change.
#pragma once

#include "models/surveys/surveymodel.h"

#include <QCollator>

#include <variant>

namespace models {

/// Ascending by the raw values of a column (SurveyModel::Column), names as people sort them; equal
/// ones by their rank, unknown ones at the end. Each key is computed once for as long as its row
/// stays the same.
class SurveyOrder
{
public:
    explicit SurveyOrder(int column);

    /// `before` is nullptr for a row that is new; rows are added at the end or in a place of old.
    void touch(int place, const SurveyRow *before, const SurveyRow &after);
    void rankAnew(); ///< the ranks of the rows are others
    /// Of all rows; `ranks` has one for each.
    const QList<int> &places(const QList<SurveyRow> &rows, const QList<int> &ranks);
    qsizetype unknown() const; ///< how many places at the end have no value

private:
    using Numbers = std::vector<double>;
    using Words = std::vector<QCollatorSortKey>;

    void merge(const QList<SurveyRow> &rows, const QList<int> &ranks);

    int m_column;
    QList<int> m_places;
    QList<int> m_touched; ///< their keys are old
    bool m_isRankOld = false;
    std::variant<std::monostate, Numbers, Words> m_keys;
};

} // namespace models
