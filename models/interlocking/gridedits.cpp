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

QStringList lines(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text.split(u'\n');
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

GridEdit fillDown(const InterlockingGrid &grid, QList<qsizetype> cells)
{
    GridEdit edit;
    std::ranges::sort(cells);
    for (const qsizetype cell : std::as_const(cells))
        add(edit, grid, cell, grid.cells[cells.first()].current);
    return edit;
}

GridEdit backToSaved(const InterlockingGrid &grid, const QList<qsizetype> &cells)
{
    GridEdit edit;
    for (const qsizetype cell : cells)
        add(edit, grid, cell, grid.cells[cell].saved);
    return edit;
}

tl::expected<GridEdit, QString> paste(const InterlockingGrid &grid, qsizetype first,
                                      const QString &text)
{
    const QStringList rows = lines(text);
    const qsizetype room = grid.cells.size() - first;
    if (rows.size() > room)
        return tl::make_unexpected(
            sentence(QT_TRANSLATE_NOOP("models::GridEdits",
                                       "%1 lines don’t fit: there are %2 rows from here on. "
                                       "Nothing was pasted."))
                .arg(countText(rows.size()), countText(room)));
    GridEdit edit;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString cell = rows[i].section(u'\t', -1);
        const auto quota = quotaFromText(cell);
        if (!quota)
            return tl::make_unexpected(
                sentence(QT_TRANSLATE_NOOP("models::GridEdits",
                                           "Line %1 holds “%2”. %3 Nothing was pasted."))
                    .arg(countText(i + 1), plain(cell.left(40)), quota.error()));
        add(edit, grid, first + i, *quota);
    }
    return edit;
}

} // namespace models
