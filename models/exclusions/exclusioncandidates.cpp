#include "models/exclusions/exclusioncandidates.h"

#include "models/support/collation.h"

namespace models {

void ExclusionCandidates::setSurveys(const QList<api::Survey> &surveys,
                                     const QSet<api::SurveyId> &leftOut)
{
    QList<api::Survey> fresh;
    for (const api::Survey &survey : surveys)
        if (api::isOver(survey) && !leftOut.contains(survey.id))
            fresh.append(survey);
    if (fresh == m_all)
        return; // news of other surveys: the index is dear
    m_all = std::move(fresh);
    QList<SurveyRow> indexed;
    for (const api::Survey &survey : std::as_const(m_all))
        indexed.append({survey, {}, {}, {}, {}});
    m_index.build(indexed);
    sync(found(), &ExclusionModel::id);
}

void ExclusionCandidates::setSearch(const QString &text)
{
    const QString wanted = folded(text).trimmed();
    if (wanted == m_search)
        return;
    m_search = wanted;
    setRows(found());
}

QList<ExclusionRow> ExclusionCandidates::found() const
{
    const QList<bool> hits = m_index.find(m_search);
    QList<ExclusionRow> rows;
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (!hits[i])
            continue;
        ExclusionRow row;
        row.survey = m_all[i];
        row.isChosen = m_chosen.contains(m_all[i].id);
        rows.append(row);
    }
    return rows;
}

QList<api::SurveyId> ExclusionCandidates::chosen() const
{
    QList<api::SurveyId> ids;
    for (const api::Survey &survey : m_all)
        if (m_chosen.contains(survey.id))
            ids.append(survey.id);
    return ids;
}

bool ExclusionCandidates::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != Name)
        return false;
    ExclusionRow fresh = row(index);
    fresh.isChosen = value.value<Qt::CheckState>() == Qt::Checked;
    if (fresh.isChosen)
        m_chosen.insert(fresh.survey.id);
    else
        m_chosen.remove(fresh.survey.id);
    replaceRow(index.row(), fresh);
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags ExclusionCandidates::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = ExclusionModel::flags(index);
    return index.isValid() && index.column() == Name ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant ExclusionCandidates::own(const ExclusionRow &row, int column, int role) const
{
    if (role == Qt::CheckStateRole && column == Name)
        return row.isChosen ? Qt::Checked : Qt::Unchecked;
    return ExclusionModel::own(row, column, role);
}

} // namespace models
