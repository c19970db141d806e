// The surveys as a table: filtered, searched and sorted by itself, fast at 100,000 rows.
#pragma once

#include "api/types/survey.h"
#include "models/support/rowsmodel.h"

#include <QSet>

namespace models {

class ReferenceStore;
class SurveyStore;

/// A survey with the names that its row shows.
struct SurveyRow
{
    api::Survey survey;
    QString country;
    QString language;
    bool operator==(const SurveyRow &) const = default;
};

/// Of several surveys together; `spend` is the sum of completes × CPI.
struct SurveyTotals
{
    int surveys = 0;
    qint64 completes = 0;
    api::Money spend;
    bool operator==(const SurveyTotals &) const = default;
};

QString statusName(const api::Survey &survey); ///< translated; an unknown one as it came
double conversion(const api::Progress &progress); ///< complete / entrants; 0 without entrants
api::Money spend(const api::Survey &survey); ///< completes × CPI

/// Fresh values of the store keep selection and scroll (a minimal difference); another filter or
/// search is one reset, so that views map their selection by IdRole. StatusRole of the status
/// column is an api::SurveyStatus, ProgressRole of the completes column a fraction.
class SurveyModel : public RowsModel
{
    Q_OBJECT

public:
    enum Column {
        Code,
        Name,
        Status,
        Country,
        Language,
        Completes,
        Entrants,
        Conversion,
        Ir,
        Loi,
        Cpi,
        Spend,
        Start,
        End
    };

    SurveyModel(const SurveyStore &store, const ReferenceStore &reference,
                QObject *parent = nullptr);
    ~SurveyModel() override;

    void setSearch(const QString &text); ///< part of name, code or id; case and accents aside
    void setStatuses(const QSet<api::SurveyStatus> &statuses); ///< empty: all
    void sort(int column, Qt::SortOrder order) override; ///< column -1: as the server orders

    bool isFiltered() const;
    int storeCount() const; ///< surveys of the store, shown or not
    SurveyTotals totals() const; ///< of those shown
    SurveyTotals totals(const QModelIndexList &rows) const; ///< of each row once
    const api::Survey &survey(const QModelIndex &index) const;
    QModelIndex indexOf(const api::SurveyId &id) const; ///< invalid when it isn't shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void update();
    void rearrange(bool isFilterChange);
    QList<int> arranged(qsizetype offset);
    const QList<int> &permutation(int column);
    Change difference(const SurveyRow &before, const SurveyRow &after) const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
