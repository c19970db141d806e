#include "models/interlocking/gridedits.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("models::GridEdits", text);
}

void add(GridEdit &edit, const InterlockingGrid &grid, qsizetype cell, int after)
{
    const int before = grid.cells[cell].current;
    if (before != after)
        edit.append({cell, before, after});
}

} // namespace

tl::expected<int, QString> quotaFromText(const QString &text)
{
    const std::optional<int> quota = countFromText(text.trimmed());
    if (quota && *quota >= leastQuota && *quota <= mostQuota)
        return *quota;
    return tl::make_unexpected(
        sentence(QT_TRANSLATE_NOOP("models::GridEdits", "A quota is a whole number from %1 to %2."))
            .arg(countText(leastQuota), countText(mostQuota)));
}

GridEdit setQuota(const InterlockingGrid &grid, qsizetype cell, int quota)
{
    GridEdit edit;
    add(edit, grid, cell, quota);
    return edit;
}

GridEdit fillDown(const InterlockingGrid &grid, const CellBlock &block)
{
    GridEdit edit;
    for (qsizetype row = 1; row < block.size(); ++row) {
        for (qsizetype column = 0; column < block[row].size(); ++column) {
            const qsizetype from = block.first().value(column, -1);
            if (from >= 0 && block[row][column] >= 0)
                add(edit, grid, block[row][column], grid.cells[from].current);
        }
    }
    return edit;
}

GridEdit fillRight(const InterlockingGrid &grid, const CellBlock &block)
{
    GridEdit edit;
    for (const QList<qsizetype> &row : block) {
        for (qsizetype column = 1; column < row.size(); ++column) {
            if (row.first() >= 0 && row[column] >= 0)
                add(edit, grid, row[column], grid.cells[row.first()].current);
        }
    }
    return edit;
}

GridEdit backToSaved(const InterlockingGrid &grid, const QList<qsizetype> &cells)
{
    GridEdit edit;
    for (const qsizetype cell : cells)
        add(edit, grid, cell, grid.cells[cell].saved);
    return edit;
}

} // namespace models
