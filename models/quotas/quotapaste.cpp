#include "models/quotas/quotapaste.h"

#include "models/quotas/quotasheet.h"

#include <algorithm>

namespace models {

namespace {

void place(QuotaPaste &paste, int row, const QString &text, int rowCount)
{
    const auto quota = readQuota(text);
    if (row >= rowCount)
        paste.outside.append({row, text});
    else if (!quota)
        paste.invalid.append({row, text});
    else
        paste.values.append({row, *quota});
}

} // namespace

QuotaPaste pasteQuotas(const QStringList &texts, const QList<int> &selected, int rowCount)
{
    QuotaPaste paste;
    if (selected.isEmpty() || texts.isEmpty())
        return paste;
    if (texts.size() == 1) {
        for (const int row : selected)
            place(paste, row, texts.first(), rowCount);
        return paste;
    }
    for (int i = 0; i < int(texts.size()); ++i)
        place(paste, selected.first() + i, texts[i], rowCount);
    return paste;
}

QStringList quotaColumn(const QList<QStringList> &rows)
{
    qsizetype columns = 0;
    for (const QStringList &row : rows)
        columns = std::max(columns, row.size());
    qsizetype best = columns - 1;
    qsizetype most = 0;
    for (qsizetype column = columns - 1; column >= 0; --column) {
        const qsizetype quotas = std::ranges::count_if(rows, [column](const QStringList &row) {
            const QString text = row.value(column);
            return !text.isEmpty() && readQuota(text);
        });
        if (quotas > most) {
            most = quotas;
            best = column;
        }
    }
    QStringList texts;
    for (const QStringList &row : rows)
        texts.append(row.value(best));
    return texts;
}

} // namespace models
