// Any bytes as pasted ranges: what is taken is a range within the bounds, once, and each part of
// the text is taken, there already, or left out with a reason.
#include "models/qualifications/rangetext.h"

#include <QRegularExpression>

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(qMin(size, 4096UL)));
    const QList<api::Range> known {{16, 24}, {25, 99}};
    const models::RangeText found = models::rangesFromText(text, known, {{40, 49}});
    for (qsizetype i = 0; i < found.ranges.size(); ++i) {
        const api::Range &range = found.ranges[i];
        if (range.from < 0 || range.from > range.to || range.to > 1'000'000
            || found.ranges.indexOf(range) != i)
            std::abort();
    }
    for (const models::LeftOutRange &left : found.leftOut) {
        if (left.text.isEmpty() || left.why.isEmpty())
            std::abort();
    }
    const bool isEmpty =
        found.ranges.isEmpty() && found.duplicates.isEmpty() && found.leftOut.isEmpty();
    if (models::rangeSummary(found).isEmpty() != isEmpty)
        std::abort();
    return 0;
}
