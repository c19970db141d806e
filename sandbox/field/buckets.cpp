#include "sandbox/field/buckets.h"

#include "sandbox/rules/qualifications.h"
#include "sandbox/rules/values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

QList<Bucket> cellsOf(const Survey &survey)
{
    QList<Bucket> cells;
    for (const QJsonValue &cell : survey.interlocking.value(u"combinations"_s).toArray()) {
        const int target = cell[u"quota"_s].toString().toInt();
        cells.append({cell[u"option"_s].toString(), target, double(target)});
    }
    return cells;
}

QJsonObject richestQuota(const Survey &survey)
{
    QJsonObject richest;
    for (const QJsonValue &quota : survey.quotas) {
        if (quota[u"criteria"_s].toArray().size() > richest[u"criteria"_s].toArray().size())
            richest = quota.toObject();
    }
    return richest;
}

QStringList optionsOf(const Survey &survey, int code)
{
    QStringList options;
    for (const QJsonValue &qualification : survey.qualifications) {
        if (qualification[u"code"_s].toInt() == code)
            options = optionKeys(qualification.toObject());
    }
    return options;
}

/// All buckets' weights together fill the survey once.
void scale(QList<Bucket> &buckets, int completes)
{
    double sum = 0;
    for (const Bucket &bucket : buckets)
        sum += bucket.weight;
    for (Bucket &bucket : buckets)
        bucket.weight = sum > 0 ? bucket.weight * completes / sum : 0;
}

} // namespace

QString optionKey(const QJsonValue &conditionCodes)
{
    if (!conditionCodes.isArray())
        return textOf(conditionCodes);
    QStringList codes;
    for (const QJsonValue &code : conditionCodes.toArray())
        codes.append(textOf(code));
    return codes.join(u',');
}

QList<Bucket> bucketsOf(const Survey &survey)
{
    QList<Bucket> buckets = cellsOf(survey);
    const QJsonObject quota = richestQuota(survey);
    if (buckets.isEmpty() && !quota.isEmpty()) {
        QStringList open = optionsOf(survey, quota[u"code"_s].toInt());
        const double even = double(survey.completes) / double(std::max<qsizetype>(1, open.size()));
        for (const QJsonValue &criterion : quota[u"criteria"_s].toArray()) {
            const QString key = optionKey(criterion[u"condition_codes"_s]);
            const int target = criterion[u"required_count"_s].toInt();
            buckets.append({key, target, double(target)});
            for (const QString &option : key.split(u','))
                open.removeAll(option);
        }
        for (const QString &option : open)
            buckets.append({option, survey.completes, even});
    }
    if (buckets.isEmpty())
        buckets.append({u"all"_s, survey.completes, double(survey.completes)});
    scale(buckets, survey.completes);
    return buckets;
}

} // namespace sandbox
