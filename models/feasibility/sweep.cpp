#include "models/feasibility/sweep.h"

#include "models/support/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct SweepText
{
    Q_DECLARE_TR_FUNCTIONS(Sweep)
};

constexpr qsizetype mostLetters = 400; ///< of what a person writes for an axis

int mostOf(SweepAxis axis)
{
    switch (axis) {
    case SweepAxis::Ir:
        return 100;
    case SweepAxis::Loi:
        return 45;
    case SweepAxis::Completes:
        break;
    }
    return 10'000;
}

/// "20", or "10-50/10"; nothing for anything else.
std::optional<QList<int>> valuesOf(const QString &piece)
{
    if (const auto one = countFromText(piece))
        return QList<int> {*one};
    static const QRegularExpression span(u"^(.+?)[-–](.+?)(?:/(.+))?$"_s);
    const QRegularExpressionMatch match = span.match(piece);
    const auto from = countFromText(match.captured(1));
    const auto to = countFromText(match.captured(2));
    const auto step = match.captured(3).isEmpty() ? 1 : countFromText(match.captured(3));
    if (!match.hasMatch() || !from || !to || !step || *step < 1 || *from > *to)
        return std::nullopt;
    QList<int> all;
    for (qint64 value = *from; value <= *to && all.size() <= mostSweepCalls; value += *step)
        all.append(int(value));
    return all;
}

QList<int> around(int value, const QList<int> &permille, int most)
{
    QList<int> all;
    for (const int part : permille) {
        const int one = std::clamp(int((qint64(value) * part + 500) / 1000), 1, most);
        if (!all.contains(one))
            all.append(one);
    }
    return value > 0 ? all : QList<int>();
}

} // namespace

SweepValues sweepValues(SweepAxis axis, const QString &text)
{
    SweepValues found;
    static const QRegularExpression between(u"[;\\s]+"_s);
    const auto fail = [](const QString &problem) { return SweepValues {{}, problem}; };
    if (text.size() > mostLetters)
        return fail(SweepText::tr("This is too long a list."));
    for (QString piece : text.split(between, Qt::SkipEmptyParts)) {
        while (piece.endsWith(u','))
            piece.chop(1);
        if (piece.isEmpty())
            continue;
        const auto values = valuesOf(piece);
        if (!values)
            return fail(SweepText::tr("“%1” isn’t a number. Write e.g. %2 or %3.")
                            .arg(piece.left(20), u"10 20 30"_s, u"10-50/10"_s));
        found.values += *values;
        if (found.values.size() > mostSweepCalls)
            return fail(SweepText::tr("This makes too many values."));
    }
    for (const int value : std::as_const(found.values)) {
        if (value < 1 || value > mostOf(axis))
            return fail(SweepText::tr("The service takes values from 1 to %1.")
                            .arg(countText(mostOf(axis))));
    }
    if (found.values.isEmpty())
        return fail(SweepText::tr("Enter at least one value."));
    std::ranges::sort(found.values);
    found.values.erase(std::unique(found.values.begin(), found.values.end()), found.values.end());
    return found;
}

QString sweepText(const QList<int> &values)
{
    QStringList texts;
    for (const int value : values)
        texts.append(plainCountText(value));
    return texts.join(u' ');
}

SweepPlan suggestedSweep(const SurveyDraft &draft)
{
    return {.ir = around(draft.ir, {500, 750, 1000, 1250, 1500}, mostOf(SweepAxis::Ir)),
            .loi = around(draft.loi, {667, 1000, 1333}, mostOf(SweepAxis::Loi)),
            .completes = around(draft.completes, {1000}, mostOf(SweepAxis::Completes))};
}

qint64 sweepCalls(const SweepPlan &plan)
{
    return qint64(plan.ir.size()) * plan.loi.size() * plan.completes.size();
}

QList<FeasibilityPoint> sweepPoints(const SweepPlan &plan)
{
    QList<FeasibilityPoint> points;
    if (sweepCalls(plan) > mostSweepCalls)
        return points;
    for (const int ir : plan.ir) {
        for (const int loi : plan.loi) {
            for (const int completes : plan.completes)
                points.append({.ir = ir, .loi = loi, .completes = completes});
        }
    }
    return points;
}

} // namespace models
