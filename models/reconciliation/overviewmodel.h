// All surveys that are to be reconciled, with how far each is, as a table.
#pragma once

#include "api/types/survey.h"
#include "models/reconciliation/reconciliationtable.h"
#include "models/support/tablemodel.h"
#include "models/surveys/prices.h"

#include <optional>

namespace models {

class Currencies;
class ReconciliationPlans;
class ReconciliationStore;
class SurveyPast;

struct OverviewRow
{
    api::SurveyId id;
    QString name;
    QString code;
    std::optional<SubmissionSummary> summary; ///< nothing: none is known
    bool isChecked = false; ///< the service was asked, and has none when `summary` is empty
    bool isChecking = false; ///< it is asked just now
    QDate deadline; ///< invalid: none
    int daysLeft = 0; ///< to the deadline; negative when it has passed
    qint64 completes = 0; ///< the service's own count
    bool knowsCompletes = true; ///< the service told them
    Prices prices; ///< of its completes
    QString currency; ///< "USD"; empty when the service names none
    bool operator==(const OverviewRow &) const = default;

    bool isCompleted() const;
    bool isToDo() const; ///< it is known that nothing was taken yet
    bool isUnchecked() const; ///< nobody knows yet
    /// Of what was accepted, and of the completes that weren’t; for completed ones.
    Cost toPay() const;
    Cost notPaid() const;
    bool isUrgent(int daysBefore) const; ///< to do, and the deadline is near or has passed
};

/// Surveys that are Completed or Closed, or of which something was submitted; what is to do first,
/// by its deadline.
QList<OverviewRow> overviewRows(const QList<api::Survey> &surveys,
                                const ReconciliationStore &reconciliations,
                                const ReconciliationPlans &plans, const SurveyPast &past,
                                const Currencies &currencies);

/// The status of State is a SubmissionState, or one of NoState; that of Deadline is an Urgency.
class OverviewModel : public TableModel<OverviewRow>
{
public:
    enum ColumnNumber {
        Survey,
        Code,
        State,
        Deadline,
        Completes,
        Submitted,
        Accepted,
        ToPay,
        LeftOut
    };
    enum Urgency { Calm, Near, Passed };
    enum NoState { NotSubmitted = -1, NotChecked = -2 };

    explicit OverviewModel(QObject *parent = nullptr);

protected:
    QVariant own(const OverviewRow &row, int column, int role) const override;
};

} // namespace models
