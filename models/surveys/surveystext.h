// The translator's context of what the surveys table says.
#pragma once

#include <QCoreApplication>

namespace models {

struct SurveysText
{
    Q_DECLARE_TR_FUNCTIONS(Surveys)
};

} // namespace models
