// The axes of a sweep and its drawing in words.
#pragma once

#include "models/feasibility/sweepcurves.h"

#include <QString>

namespace ui {

QString axisName(models::SweepAxis axis); ///< "Incidence rate, %"
QString axisUnitText(models::SweepAxis axis, int value); ///< "12 min": where room is short
QString axisValueText(models::SweepAxis axis, int value); ///< "IR 20 %", "LOI 15 min"

/// "25 Nov 09:14 · United States, English · 15 of 15 answers"
QString sweepTitle(const models::FeasibilityRun &run, const QString &market);

/// The completes, or the prices, for those who don't see them.
QString curvesText(const models::SweepCurves &drawing, bool isPrice);

/// What solid and dashed mean, what is held, and how many lines don't fit in.
QString curvesNote(const models::SweepCurves &drawing);

} // namespace ui
