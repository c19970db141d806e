#include "models/qualifications/ranges.h"

#include "models/support/figures.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct RangesText
{
    Q_DECLARE_TR_FUNCTIONS(Ranges)
};

bool isWithin(const api::Range &range, const QList<api::Range> &known)
{
    if (known.isEmpty())
        return true;
    const int least = std::ranges::min(known, {}, &api::Range::from).from;
    const int most = std::ranges::max(known, {}, &api::Range::to).to;
    return range.from >= least && range.to <= most;
}

} // namespace

QList<Issue> rangeIssues(const QList<api::Range> &ranges, const QList<api::Range> &known)
{
    QList<Issue> issues;
    for (const api::Range &range : ranges) {
        if (range.from > range.to)
            issues.append(
                {{},
                 Severity::Error,
                 RangesText::tr("the range %1 ends before it begins.").arg(rangeText(range))});
        else if (!isWithin(range, known))
            issues.append({{},
                           Severity::Warning,
                           RangesText::tr("%1 is outside the qualification’s own range.")
                               .arg(rangeText(range))});
    }
    QList<api::Range> sorted = ranges;
    std::ranges::sort(sorted, {}, &api::Range::from);
    for (qsizetype i = 1; i < sorted.size(); ++i) {
        if (sorted[i].from <= sorted[i - 1].to && sorted[i - 1].from <= sorted[i - 1].to)
            issues.append({{},
                           Severity::Error,
                           RangesText::tr("the ranges %1 and %2 overlap.")
                               .arg(rangeText(sorted[i - 1]), rangeText(sorted[i]))});
    }
    return issues;
}

QString rangeText(const api::Range &range)
{
    return u"%1–%2"_s.arg(plainCountText(range.from), plainCountText(range.to));
}

api::Range nextRange(const QList<api::Range> &ranges, const QList<api::Range> &known)
{
    const int least = known.isEmpty() ? 0 : std::ranges::min(known, {}, &api::Range::from).from;
    const int most = known.isEmpty() ? 99 : std::ranges::max(known, {}, &api::Range::to).to;
    if (ranges.isEmpty())
        return {least, most};
    const int last = std::ranges::max(ranges, {}, &api::Range::to).to;
    return last < most ? api::Range {last + 1, most} : api::Range {last + 1, last + 1};
}

} // namespace models
