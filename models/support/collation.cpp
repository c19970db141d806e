#include "models/support/collation.h"

#include <algorithm>

namespace models {

QCollator peoplesOrder()
{
    // The C locale would compare code points: capitals first, accents last.
    const QLocale here;
    QCollator order(here.language() == QLocale::C ? QLocale(QLocale::English) : here);
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    return order;
}

QString folded(const QString &text)
{
    if (std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; }))
        return text.toCaseFolded();
    const QString apart = text.normalized(QString::NormalizationForm_KD);
    QString kept;
    kept.reserve(apart.size());
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            kept.append(c);
    }
    return kept.toCaseFolded();
}

} // namespace models
