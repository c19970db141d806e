#include "models/surveys/surveymodelprivate.h"

namespace models {

namespace {

void add(SurveyTotals &totals, const SurveyRow &row)
{
    const api::Survey &survey = row.survey;
    ++totals.surveys;
    if (survey.knows(api::SurveyFigure::Complete))
        totals.completes += survey.progress.complete;
    if (const std::optional<api::Money> spent = spend(survey))
        totals.spend[row.currency] = totals.spend[row.currency] + Cost {*spent, *spent};
    else
        ++totals.unread;
}

} // namespace

int SurveyModel::attentionCount() const
{
    return int(std::ranges::count_if(d->rows.order(-1),
                                     [this](int place) { return !!d->rows.at(place).attention; }));
}

QList<SurveyRow> SurveyModel::rows() const
{
    QList<SurveyRow> rows;
    rows.reserve(d->shown.size());
    for (const int place : std::as_const(d->shown))
        rows.append(d->rows.at(place));
    return rows;
}

QList<SurveyRow> SurveyModel::rows(QModelIndexList chosen) const
{
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    QList<SurveyRow> rows;
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        if (i == 0 || chosen[i].row() != chosen[i - 1].row())
            rows.append(d->rows.at(d->shown[chosen[i].row()]));
    }
    return rows;
}

SurveyTotals SurveyModel::totals() const
{
    SurveyTotals totals;
    for (const int place : std::as_const(d->shown))
        add(totals, d->rows.at(place));
    return totals;
}

SurveyTotals SurveyModel::totals(const QModelIndexList &rows) const
{
    SurveyTotals totals;
    QSet<int> seen;
    for (const QModelIndex &index : rows) {
        if (!seen.contains(index.row())) {
            seen.insert(index.row());
            add(totals, d->rows.at(d->shown[index.row()]));
        }
    }
    return totals;
}

} // namespace models
