// Which figures of a survey are known.
#pragma once

#include <QFlags>

namespace api {

/// The figures of a survey that an answer may lack, or have in a form that can't be read.
enum class SurveyFigure {
    Loi = 0x001,
    Ir = 0x002,
    Cpi = 0x004,
    SampleSize = 0x008,
    CompleteGoal = 0x010,
    CompleteNeeded = 0x020,
    Complete = 0x040,
    SurveyEntrant = 0x080,
    Remaining = 0x100,
};
Q_DECLARE_FLAGS(SurveyFigures, SurveyFigure)
Q_DECLARE_OPERATORS_FOR_FLAGS(SurveyFigures)

} // namespace api
