#include "models/activity/changemodel.h"

#include "models/support/dates.h"
#include "models/support/plain.h"

namespace models {

namespace {

constexpr Column<ChangeRow> changeColumns[] {
    {QT_TRANSLATE_NOOP("models::ChangeModel", "Time"),
     [](const ChangeRow &row) -> QVariant { return momentText(row.change.at); },
     [](const ChangeRow &row) -> QVariant { return row.change.id; }},
    {QT_TRANSLATE_NOOP("models::ChangeModel", "Survey"),
     [](const ChangeRow &row) -> QVariant { return plain(row.survey); },
     [](const ChangeRow &row) -> QVariant { return row.survey; }},
    {QT_TRANSLATE_NOOP("models::ChangeModel", "What"),
     [](const ChangeRow &row) -> QVariant { return plain(row.change.what); },
     [](const ChangeRow &row) -> QVariant { return row.change.what; }},
    {QT_TRANSLATE_NOOP("models::ChangeModel", "From"),
     [](const ChangeRow &row) -> QVariant { return plain(row.change.before); },
     [](const ChangeRow &row) -> QVariant { return row.change.before; }},
    {QT_TRANSLATE_NOOP("models::ChangeModel", "To"),
     [](const ChangeRow &row) -> QVariant { return plain(row.change.after); },
     [](const ChangeRow &row) -> QVariant { return row.change.after; }},
    {QT_TRANSLATE_NOOP("models::ChangeModel", "Where"),
     [](const ChangeRow &row) -> QVariant { return ChangeModel::originName(row.change.origin); },
     [](const ChangeRow &row) -> QVariant { return int(row.change.origin); }},
};

} // namespace

ChangeModel::ChangeModel(QObject *parent)
    : TableModel<ChangeRow>(changeColumns, "models::ChangeModel", parent)
{
}

std::span<const Column<ChangeRow>> ChangeModel::columns()
{
    return changeColumns;
}

void ChangeModel::prepend(const ChangeRow &row)
{
    QList<ChangeRow> fresh = rows();
    fresh.prepend(row);
    if (fresh.size() > ChangeLog::limit)
        fresh.removeLast();
    sync(std::move(fresh), [](const ChangeRow &each) { return each.change.id; });
}

QString ChangeModel::originName(models::Change::Origin origin)
{
    return origin == models::Change::Here ? tr("This computer") : tr("Elsewhere");
}

} // namespace models
