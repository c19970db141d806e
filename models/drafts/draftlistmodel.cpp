#include "models/drafts/draftlistmodel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QVariant kindStatus(const DraftRow &row)
{
    return row.record.isTemplate ? 1 : row.record.wasOpen ? 2 : 0;
}

/// A dash as long as the completes or the CPI are missing.
QVariant budgetText(const DraftRow &row)
{
    const api::Money amount = budget(row.record.draft);
    return amount == api::Money() ? u"–"_s : moneyText(amount, row.currency);
}

constexpr Column<DraftRow> columns[] {
    {QT_TRANSLATE_NOOP("models::DraftListModel", "Name"),
     [](const DraftRow &row) -> QVariant { return DraftListModel::nameOf(row.record); },
     [](const DraftRow &row) -> QVariant { return row.record.draft.name; }},
    {QT_TRANSLATE_NOOP("models::DraftListModel", "Kind"),
     [](const DraftRow &row) -> QVariant { return DraftListModel::kindOf(row.record); }, kindStatus,
     Qt::AlignLeft, kindStatus},
    {QT_TRANSLATE_NOOP("models::DraftListModel", "Country"),
     [](const DraftRow &row) -> QVariant { return plain(row.country); },
     [](const DraftRow &row) -> QVariant { return row.country; }},
    {QT_TRANSLATE_NOOP("models::DraftListModel", "Completes"),
     [](const DraftRow &row) -> QVariant {
         const int completes = row.record.draft.completes;
         return completes > 0 ? countText(completes) : u"–"_s;
     },
     [](const DraftRow &row) -> QVariant { return row.record.draft.completes; }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::DraftListModel", "Budget"), budgetText,
     [](const DraftRow &row) -> QVariant { return qlonglong(budget(row.record.draft).hundredths); },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::DraftListModel", "Last changed"),
     [](const DraftRow &row) -> QVariant {
         return QLocale().toString(row.record.updated.toLocalTime(), QLocale::ShortFormat);
     },
     [](const DraftRow &row) -> QVariant { return row.record.updated; }},
};

} // namespace

DraftListModel::DraftListModel(QObject *parent)
    : TableModel<DraftRow>(columns, "models::DraftListModel", parent)
{
}

QString DraftListModel::nameOf(const DraftRecord &record)
{
    const QString name = plain(record.draft.name.trimmed());
    return name.isEmpty() ? tr("Without a name") : name;
}

QString DraftListModel::kindOf(const DraftRecord &record)
{
    if (record.isTemplate)
        return tr("Template");
    return record.wasOpen ? tr("Recovered") : tr("Draft");
}

} // namespace models
