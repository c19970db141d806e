// A sweep of the feasibility service: every combination of some incidences, lengths and completes.
#pragma once

#include "models/feasibility/feasibilityrun.h"

namespace models {

constexpr int mostSweepCalls = 60;

enum class SweepAxis { Ir, Loi, Completes };

struct SweepPlan
{
    QList<int> ir;
    QList<int> loi;
    QList<int> completes;
    bool operator==(const SweepPlan &) const = default;
};

/// What a person wrote for one axis. `problem` is a whole sentence; empty when all was understood.
struct SweepValues
{
    QList<int> values; ///< ascending, each once
    QString problem;
    bool operator==(const SweepValues &) const = default;
};

/// Numbers with blanks or semicolons between them, as the person's locale groups them, and spans
/// with a step: "10 20 30", "10-50/10". Values that the service doesn't take are a problem.
SweepValues sweepValues(SweepAxis axis, const QString &text);

QString sweepText(const QList<int> &values); ///< sweepValues() reads it back

/// About the draft's own terms: five incidences, three lengths, its completes.
SweepPlan suggestedSweep(const SurveyDraft &draft);

qint64 sweepCalls(const SweepPlan &plan);

/// Not asked yet, in the order of incidence, length, completes; empty when there are none or more
/// than mostSweepCalls.
QList<FeasibilityPoint> sweepPoints(const SweepPlan &plan);

} // namespace models
