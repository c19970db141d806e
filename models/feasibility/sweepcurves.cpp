#include "models/feasibility/sweepcurves.h"

#include <algorithm>

namespace models {

namespace {

int valueOf(const FeasibilityPoint &point, SweepAxis axis)
{
    switch (axis) {
    case SweepAxis::Ir:
        return point.ir;
    case SweepAxis::Loi:
        return point.loi;
    case SweepAxis::Completes:
        break;
    }
    return point.completes;
}

} // namespace

QList<int> valuesAlong(const FeasibilityRun &run, SweepAxis axis)
{
    QList<int> values;
    for (const FeasibilityPoint &point : run.points)
        values.append(valueOf(point, axis));
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

SweepCurves sweepCurves(const FeasibilityRun &run, SweepAxis along, int held)
{
    SweepCurves drawing;
    drawing.along = along;
    QList<SweepAxis> others {SweepAxis::Ir, SweepAxis::Loi, SweepAxis::Completes};
    others.removeOne(along);
    if (valuesAlong(run, others[0]).size() < valuesAlong(run, others[1]).size())
        std::swap(others[0], others[1]);
    drawing.lines = others[0];
    drawing.held = others[1];
    const QList<int> heldValues = valuesAlong(run, drawing.held);
    drawing.heldValue = heldValues.contains(held) ? held : heldValues.value(0);
    QList<int> lines = valuesAlong(run, drawing.lines);
    drawing.leftOut = std::max(0, int(lines.size()) - SweepCurves::mostLines);
    lines.resize(lines.size() - drawing.leftOut);
    for (const int value : std::as_const(lines))
        drawing.curves.append({value, {}, {}, {}});
    for (const FeasibilityPoint &point : run.points) {
        const qsizetype line = lines.indexOf(valueOf(point, drawing.lines));
        if (!point.answer || line < 0 || valueOf(point, drawing.held) != drawing.heldValue)
            continue;
        SweepCurve &curve = drawing.curves[line];
        const double x = valueOf(point, along);
        curve.minimum.append({x, double(point.answer->minimum)});
        curve.maximum.append({x, double(point.answer->maximum)});
        curve.price.append({x, double(point.answer->recommendedPrice.hundredths) / 100});
    }
    for (SweepCurve &curve : drawing.curves) {
        for (QList<QPointF> *const line : {&curve.minimum, &curve.maximum, &curve.price})
            std::ranges::sort(*line, {}, [](const QPointF &point) { return point.x(); });
    }
    return drawing;
}

} // namespace models
