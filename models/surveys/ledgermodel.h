// What was bought at which CPI, as a table: a row a period.
#pragma once

#include "models/support/tablemodel.h"
#include "models/surveys/fieldfigures.h"

#include <QCoreApplication>

namespace models {

class LedgerModel : public TableModel<LedgerRow>
{
    Q_DECLARE_TR_FUNCTIONS(LedgerModel)

public:
    enum ColumnNumber { Period, Cpi, Completes, Cost };

    explicit LedgerModel(QObject *parent = nullptr);

    /// In the person's time: "Nov 14, 09:10 – Nov 16, 12:00".
    static QString period(const LedgerRow &row);
};

} // namespace models
