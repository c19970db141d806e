#include "models/activity/activityexport.h"

namespace models {

namespace {

struct ActivityText
{
    Q_DECLARE_TR_FUNCTIONS(models::ActivityExport)
};

QDateTime timeOf(const CallRow &row)
{
    return row.call.started;
}

QDateTime timeOf(const ChangeRow &row)
{
    return row.change.at;
}

QString wholeTime(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

/// The first column is the time.
template <class Row>
ExportTable activityTable(QString name, const char *context, std::span<const Column<Row>> columns,
                          QList<Row> rows)
{
    ExportTable table {.name = std::move(name), .columns = {}, .rowCount = rows.size(), .cell = {}};
    for (const Column<Row> &column : columns)
        table.columns.append({QCoreApplication::translate(context, column.title)});
    table.cell = [columns, rows = std::move(rows)](qsizetype row, qsizetype column) {
        return column == 0 ? QVariant(wholeTime(timeOf(rows[row])))
                           : columns[size_t(column)].display(rows[row]);
    };
    return table;
}

} // namespace

ExportTable callTable(QList<CallRow> rows)
{
    return activityTable(ActivityText::tr("Calls"), "models::CallModel", CallModel::columns(),
                         std::move(rows));
}

ExportTable changeTable(QList<ChangeRow> rows)
{
    return activityTable(ActivityText::tr("Changes"), "models::ChangeModel", ChangeModel::columns(),
                         std::move(rows));
}

} // namespace models
