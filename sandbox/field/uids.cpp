#include "sandbox/field/uids.h"

#include "sandbox/seed/chance.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

QString uidOf(const Survey &survey, int index, quint64 seed)
{
    const quint64 bits = chance(seed, survey.projectId, quint64(index));
    const qint64 days = survey.start.daysTo(survey.end) + 1;
    const qint64 day = std::min(days - 1, days * index / std::max(1, survey.completes));
    // The index takes part in the digits and letters, so that no two are alike by accident.
    const int number = index % 1000;
    return lettersAndDigits(bits, 5) + survey.start.addDays(day).toString(u"ddMMyy"_s)
        + u"%1"_s.arg(number, 3, 10, '0'_L1)
        + lettersAndDigits(chance(seed ^ bits, u"tail", quint64(index)), 5);
}

QStringList uidsOf(const Survey &survey, quint64 seed)
{
    QStringList uids;
    uids.reserve(survey.complete);
    for (int index = 0; index < survey.complete; ++index)
        uids.append(uidOf(survey, index, seed));
    return uids;
}

bool passesQualityChecks(const QString &uid, quint64 seed)
{
    return share(seed, uid) >= 0.02;
}

} // namespace sandbox
