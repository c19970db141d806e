// Targeting questions and the answers that qualify.
#pragma once

#include "api/types/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace api {

/// One answer of a question: `condition_code` and `condition_name`. Names may contain commas.
struct Condition
{
    int code = 0;
    QString name;
    bool operator==(const Condition &) const = default;
};

/// An inclusive span of whole numbers, e.g. ages 18 to 24. Valid when from <= to.
struct Range
{
    int from = 0;
    int to = 0;
    bool operator==(const Range &) const = default;
};

/// What kind of answers a qualification is defined by; exactly one list of it is used.
enum class QualificationKind { Options, Ranges, ZipCodes };

/// A qualification as the server tells it, of a survey (`qualifications_data`, `qualifications`)
/// or of the master list (then `questionType` is set and the answers are all there are).
struct Qualification
{
    QualificationCode code;
    QString title; ///< `title` or `Name`: "GENDER"
    QString text; ///< `text` or `QuestionText`: "Are you...?"
    QString
        questionType; ///< master list only: "Single Punch", "Multi Punch", "Numeric - Open-end"…
    QualificationKind kind = QualificationKind::Options;
    QList<Condition> conditions;
    QList<Range> ranges;
    QStringList zipCodes; ///< text, so that leading zeros stay
    bool operator==(const Qualification &) const = default;
};

/// A qualification to be sent (calls 4, 9, 10): only the list that `kind` names is written.
struct Targeting
{
    QualificationCode code;
    QualificationKind kind = QualificationKind::Options;
    QList<int> options; ///< condition codes
    QList<Range> ranges;
    QStringList zipCodes;
    bool operator==(const Targeting &) const = default;
};

} // namespace api
