// The surveys that could be excluded, searched as one types and chosen with a check mark.
#pragma once

#include "models/exclusions/exclusionmodel.h"
#include "models/surveys/surveysearch.h"

#include <QSet>

namespace models {

/// What is chosen stays so when the search hides it.
class ExclusionCandidates : public ExclusionModel
{
    Q_OBJECT

public:
    using ExclusionModel::ExclusionModel;

    /// Offers the Completed and Closed ones of `surveys`, without `leftOut`; keeps what is chosen.
    void setSurveys(const QList<api::Survey> &surveys, const QSet<api::SurveyId> &leftOut);
    void setSearch(const QString &text); ///< part of name, code or id; case and accents aside
    QList<api::SurveyId> chosen() const; ///< in the order of the list
    qsizetype count() const { return m_all.size(); } ///< shown or not

    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

protected:
    QVariant own(const ExclusionRow &row, int column, int role) const override;
    QList<int> ownRoles() const override { return {Qt::ToolTipRole, Qt::CheckStateRole}; }

private:
    QList<ExclusionRow> found() const;

    QList<api::Survey> m_all;
    SurveySearch m_index;
    QString m_search; ///< folded
    QSet<api::SurveyId> m_chosen;
};

} // namespace models
