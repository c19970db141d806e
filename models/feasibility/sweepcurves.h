// The answers of a sweep as curves: completes and price along one of its axes.
#pragma once

#include "models/feasibility/sweep.h"

#include <QPointF>

namespace models {

/// One line of the drawing, for one value of the second axis. x is the value along the first axis;
/// y is completes, or a price as a number for drawing only.
struct SweepCurve
{
    int value = 0;
    QList<QPointF> minimum;
    QList<QPointF> maximum;
    QList<QPointF> price;
    bool operator==(const SweepCurve &) const = default;
};

/// Of a sweep's three axes one runs along the drawing, one makes its lines, the third is held.
struct SweepCurves
{
    static constexpr int mostLines = 6;

    SweepAxis along = SweepAxis::Ir;
    SweepAxis lines = SweepAxis::Loi;
    SweepAxis held = SweepAxis::Completes;
    int heldValue = 0;
    QList<SweepCurve> curves; ///< the first `mostLines`
    int leftOut = 0; ///< further lines
    bool operator==(const SweepCurves &) const = default;
};

QList<int> valuesAlong(const FeasibilityRun &run, SweepAxis axis); ///< ascending, each once

/// `along` runs; of the two others the one with more values makes the lines, the other is held at
/// `held`, or at its first value when it has no such value.
SweepCurves sweepCurves(const FeasibilityRun &run, SweepAxis along, int held);

} // namespace models
