// What was asked of the feasibility service, side by side.
#pragma once

#include "models/feasibility/feasibilityrun.h"
#include "models/support/tablemodel.h"

#include <QCoreApplication>

namespace models {

/// An answered point with what its row needs of its run.
struct ScenarioRow
{
    QString run; ///< uuid
    int place = 0; ///< of the point in its run
    FeasibilityPoint point;
    QString market; ///< country and language by name
    QString audience; ///< type and number of qualifications
    QDate start;
    QDate end;
    QString currency; ///< of the price: "USD"; empty when it isn’t known
    bool operator==(const ScenarioRow &) const = default;
};

/// The status of Result is a models::Fit, 3 where the service has no figure.
class ScenarioModel : public TableModel<ScenarioRow>
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioModel)

public:
    enum ColumnNumber {
        Asked,
        Market,
        Audience,
        Ir,
        Loi,
        Completes,
        Dates,
        Minimum,
        Maximum,
        Price,
        Cost,
        Result
    };
    static constexpr int noFigure = 3;

    explicit ScenarioModel(QObject *parent = nullptr);

    /// "Fits", "May fit (100 not sure)", "Doesn’t fit (80 too many)", or that there is no figure.
    static QString resultText(const FeasibilityPoint &point);
    static QString audienceText(const SurveyDraft &draft); ///< "B2C, 3 qualifications"
};

/// Those points of `run` that were answered. `market` as the rows shall name it; `currency` of the
/// prices, may be empty.
QList<ScenarioRow> scenarioRows(const FeasibilityRun &run, const QString &market,
                                const QString &currency);

} // namespace models
