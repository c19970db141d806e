// The surveys as a table: filtered, searched and sorted by itself, fast at 100,000 rows.
#pragma once

#include "api/types/survey.h"
#include "models/support/rowsmodel.h"
#include "models/surveys/attention.h"
#include "models/surveys/prices.h"

#include <QMap>
#include <QSet>

namespace models {

class AttentionWatch;
class Currencies;
class ReferenceStore;
class SurveyStore;
struct SurveyNews;

/// A survey with the names that its row shows.
struct SurveyRow
{
    api::Survey survey;
    QString country;
    QString language;
    Pace pace = Pace::None;
    AttentionKinds attention;
    QString currency {}; ///< "USD"; empty when it isn't known
    QDateTime begun {}; ///< of the field, when it was seen; invalid: by the survey's start day
    bool operator==(const SurveyRow &) const = default;
};

/// Of several surveys together; `spend` has the sum of completes × CPI for each currency, which is
/// empty where it isn't known. What can’t be read of a survey is in no sum.
struct SurveyTotals
{
    int surveys = 0;
    qint64 completes = 0;
    QMap<QString, Cost> spend;
    int unread = 0; ///< surveys whose completes or CPI can’t be read
    bool operator==(const SurveyTotals &) const = default;
};

QString statusName(const api::Survey &survey); ///< translated; an unknown one as it came
QString statusName(api::SurveyStatus status); ///< translated; empty for Unknown
/// Completes × CPI, where both are known.
std::optional<api::Money> spend(const api::Survey &survey);

/// Fresh values of the store keep selection and scroll (a minimal difference); another filter or
/// search is one reset, so that views map their selection by IdRole. StatusRole of the status
/// column is an api::SurveyStatus, of the pace a Pace, of attention a Urgency; ProgressRole of
/// the completes column a fraction. Figures that are computed explain themselves (ToolTipRole).
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
        End,
        PaceColumn,
        Attention
    };

    SurveyModel(const SurveyStore &store, const ReferenceStore &reference,
                QObject *parent = nullptr);
    ~SurveyModel() override;

    /// Who judges pace and attention; it outlives the model. Before, both columns are empty.
    void assessBy(const AttentionWatch &watch);
    void nameCurrencies(const Currencies &currencies); ///< likewise
    void reassess(); ///< time has gone by

    void setSearch(const QString &text); ///< part of name, code or id; case and accents aside
    void setStatuses(const QSet<api::SurveyStatus> &statuses); ///< empty: all
    void setNeedsAttention(bool only); ///< only those that need a person
    void sort(int column, Qt::SortOrder order) override; ///< column -1: as the server orders

    bool isFiltered() const;
    int storeCount() const; ///< surveys of the store, shown or not
    int attentionCount() const; ///< surveys of the store that need a person
    SurveyTotals totals() const; ///< of those shown
    SurveyTotals totals(const QModelIndexList &rows) const; ///< of each row once
    QList<SurveyRow> rows() const; ///< those shown, as shown
    QList<SurveyRow> rows(QModelIndexList chosen) const; ///< those of these rows, as shown
    const api::Survey &survey(const QModelIndex &index) const;
    QModelIndex indexOf(const api::SurveyId &id) const; ///< invalid when it isn't shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void update(const SurveyNews &news);
    void renew();
    void arrange();
    void reset();
    QList<int> arranged();
    void put(const SurveyRow &row, QHash<int, Change> &changes);
    void tellAll(const QHash<int, Change> &changes);
    Change difference(const SurveyRow &before, const SurveyRow &after) const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
