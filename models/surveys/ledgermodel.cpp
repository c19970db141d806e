#include "models/surveys/ledgermodel.h"

#include "models/support/dates.h"
#include "models/support/figures.h"

namespace models {

namespace {

constexpr Column<LedgerRow> ledgerColumns[] {
    {QT_TRANSLATE_NOOP("models::LedgerModel", "Period"),
     [](const LedgerRow &row) -> QVariant { return LedgerModel::period(row); },
     [](const LedgerRow &row) -> QVariant { return row.from; }},
    {QT_TRANSLATE_NOOP("models::LedgerModel", "CPI"),
     [](const LedgerRow &row) -> QVariant { return moneyText(row.cpi); },
     [](const LedgerRow &row) -> QVariant { return row.cpi.hundredths; }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::LedgerModel", "Completes"),
     [](const LedgerRow &row) -> QVariant { return countText(row.completes); },
     [](const LedgerRow &row) -> QVariant { return row.completes; }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::LedgerModel", "Money"),
     [](const LedgerRow &row) -> QVariant { return moneyText(row.money); },
     [](const LedgerRow &row) -> QVariant { return row.money.hundredths; }, Qt::AlignRight},
};

} // namespace

LedgerModel::LedgerModel(QObject *parent)
    : TableModel(ledgerColumns, "models::LedgerModel", parent)
{
}

QString LedgerModel::period(const LedgerRow &row)
{
    return row.from == row.to ? momentText(row.from)
                              : tr("%1 – %2").arg(momentText(row.from), momentText(row.to));
}

} // namespace models
