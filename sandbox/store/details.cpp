#include "sandbox/store/details.h"

using namespace Qt::StringLiterals;

namespace sandbox {

QJsonObject toDetails(const Survey &survey)
{
    return {{u"name"_s, survey.name},
            {u"country"_s, survey.country},
            {u"language"_s, survey.language},
            {u"category"_s, survey.category},
            {u"vertical"_s, survey.vertical},
            {u"audience"_s, survey.audience},
            {u"pii"_s, survey.pii},
            {u"ir"_s, survey.ir},
            {u"loi"_s, survey.loi},
            {u"cpi"_s, survey.cpi},
            {u"completes"_s, survey.completes},
            {u"start"_s, survey.start.toString(Qt::ISODate)},
            {u"end"_s, survey.end.toString(Qt::ISODate)},
            {u"live"_s, survey.liveLink},
            {u"test"_s, survey.testLink},
            {u"qualifications"_s, survey.qualifications},
            {u"quotas"_s, survey.quotas},
            {u"exclusions"_s, survey.exclusions},
            {u"interlocking"_s, survey.interlocking}};
}

Survey fromDetails(const QJsonObject &details)
{
    Survey survey;
    survey.name = details[u"name"_s].toString();
    survey.country = details[u"country"_s].toString();
    survey.language = details[u"language"_s].toString();
    survey.category = details[u"category"_s].toString();
    survey.vertical = details[u"vertical"_s].toString();
    survey.audience = details[u"audience"_s].toInt();
    survey.pii = details[u"pii"_s].toBool();
    survey.ir = details[u"ir"_s].toString();
    survey.loi = details[u"loi"_s].toInt();
    survey.cpi = details[u"cpi"_s].toInteger();
    survey.completes = details[u"completes"_s].toInt();
    survey.start = QDate::fromString(details[u"start"_s].toString(), Qt::ISODate);
    survey.end = QDate::fromString(details[u"end"_s].toString(), Qt::ISODate);
    survey.liveLink = details[u"live"_s].toString();
    survey.testLink = details[u"test"_s].toString();
    survey.qualifications = details[u"qualifications"_s].toArray();
    survey.quotas = details[u"quotas"_s].toArray();
    survey.exclusions = details[u"exclusions"_s].toArray();
    const QJsonObject grid = details[u"interlocking"_s].toObject();
    if (grid.contains(u"combinations"_s)) // older files have {"qualifications": null} for none
        survey.interlocking = grid;
    return survey;
}

} // namespace sandbox
