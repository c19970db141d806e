// Where a survey's completes come from: one bucket for each option that a quota can close.
#pragma once

#include "sandbox/store/survey.h"

#include <QList>

namespace sandbox {

struct Bucket
{
    QString key; ///< names the count in Survey::filled
    int target = 0; ///< soft: is overshot a little; 0 is closed and stays empty
    double weight = 0; ///< completes that come its way while the survey as a whole fills once
};

/// The cells of the interlocking grid if there is one. Otherwise the options of the one
/// qualification with the most quotas (an option without one may take all completes), otherwise one
/// bucket for all: nested cells were not asked for then, so one dimension tells the story.
QList<Bucket> bucketsOf(const Survey &survey);

/// A quota criterion's codes or an option as text: "1", "25-34", "8001,8002".
QString optionKey(const QJsonValue &conditionCodes);

} // namespace sandbox
