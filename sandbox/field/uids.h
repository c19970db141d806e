// The UIDs of a survey's completes: never stored, always the same for the same survey.
#pragma once

#include "sandbox/store/survey.h"

#include <QStringList>

namespace sandbox {

/// 5 letters or digits, the day of the complete as ddMMyy, 3 digits and 5 letters or digits, as in
/// the vendor's samples ("j8G7Y170924878SjNlC"). `index` counts completes from 0.
QString uidOf(const Survey &survey, int index, quint64 seed);

/// Of every complete so far, in the order in which they came.
QStringList uidsOf(const Survey &survey, quint64 seed);

/// About one complete in fifty is found wanting by the quality checks, always the same ones.
bool passesQualityChecks(const QString &uid, quint64 seed);

} // namespace sandbox
