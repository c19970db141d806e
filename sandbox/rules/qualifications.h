// Rules of targeting: which qualifications and which of their answers a survey may name.
#pragma once

#include "sandbox/seed/reference.h"
#include "sandbox/store/survey.h"

#include <QStringList>

namespace sandbox {

/// Reads what a buyer sent as `qualifications` into the stored form (see Survey::qualifications).
/// Throws 400 for a shape that can't be read, 422 for an unknown code or answer, a wrong kind of
/// answer, from > to, overlapping ranges, or the same qualification twice.
QJsonArray readQualifications(const QJsonValue &sent, const Reference &reference,
                              const Survey &survey);

/// The position of `code` among the survey's qualifications; -1: not targeted.
qsizetype indexOf(const Survey &survey, qint64 code);

/// One for each targeted answer: "2", "25-34", "90001".
QStringList optionKeys(const QJsonObject &qualification);

/// The same as people read them: "Female", "25-34", "90001".
QStringList optionNames(const QJsonObject &qualification);

} // namespace sandbox
