#include "sandbox/rules/quotas.h"

#include "sandbox/field/buckets.h"
#include "sandbox/rules/qualifications.h"
#include "sandbox/rules/values.h"
#include "sandbox/server/refusal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sandbox {

namespace {

bool isTargeted(const QJsonObject &qualification, const QString &key)
{
    const QStringList options = optionKeys(qualification);
    const QStringList named = key.split(u',');
    return std::all_of(named.begin(), named.end(),
                       [&](const QString &one) { return options.contains(one); });
}

QJsonObject readCriterion(const QJsonValue &sent, const QJsonObject &qualification)
{
    const auto count = wholeOf(sent[u"required_count"_s]);
    const QJsonValue codes = sent[u"condition_codes"_s];
    const QString key = optionKey(codes);
    if (!count || key.isEmpty())
        throw invalidParameters();
    if (*count < 0 || *count > 1'000'000)
        throw Refusal {422, u"The required_count of a quota must be 0 or more."_s};
    if (!isTargeted(qualification, key))
        throw Refusal {422,
                       u"The quota for %1 refers to an option that is not targeted: %2"_s.arg(
                           qualification[u"name"_s].toString(), key)};
    return {{u"required_count"_s, *count}, {u"condition_codes"_s, codes}};
}

void replaceIn(QJsonArray &criteria, const QJsonObject &criterion)
{
    const QString key = optionKey(criterion[u"condition_codes"_s]);
    for (qsizetype i = 0; i < criteria.size(); ++i) {
        if (optionKey(criteria[i][u"condition_codes"_s]) == key) {
            criteria[i] = criterion;
            return;
        }
    }
    criteria.append(criterion);
}

void replaceIn(QJsonArray &quotas, qint64 code, const QJsonObject &criterion)
{
    qsizetype at = 0;
    while (at < quotas.size() && quotas[at][u"code"_s].toInteger() != code)
        ++at;
    if (at == quotas.size())
        quotas.append(QJsonObject {{u"code"_s, code}});
    QJsonObject quota = quotas[at].toObject();
    QJsonArray criteria = quota[u"criteria"_s].toArray();
    replaceIn(criteria, criterion);
    quota[u"criteria"_s] = criteria;
    quotas[at] = quota;
}

} // namespace

void mergeQuotas(Survey &survey, const QJsonValue &sent)
{
    if (!sent.isArray())
        throw invalidParameters();
    for (const QJsonValue &quota : sent.toArray()) {
        const auto code = wholeOf(quota[u"qualification_code"_s]);
        const QJsonArray criteria = quota[u"criteria"_s].toArray();
        if (!code || criteria.isEmpty())
            throw invalidParameters();
        const qsizetype index = indexOf(survey, *code);
        if (index < 0)
            throw Refusal {422, u" Quota data not found!"_s};
        const QJsonObject qualification = survey.qualifications[index].toObject();
        for (const QJsonValue &criterion : criteria)
            replaceIn(survey.quotas, *code, readCriterion(criterion, qualification));
    }
}

void dropStrayQuotas(Survey &survey)
{
    QJsonArray kept;
    for (const QJsonValue &value : survey.quotas) {
        QJsonObject quota = value.toObject();
        const qsizetype index = indexOf(survey, quota[u"code"_s].toInteger());
        QJsonArray criteria;
        for (const QJsonValue &criterion : quota[u"criteria"_s].toArray()) {
            if (index >= 0
                && isTargeted(survey.qualifications[index].toObject(),
                              optionKey(criterion[u"condition_codes"_s])))
                criteria.append(criterion);
        }
        quota[u"criteria"_s] = criteria;
        if (!criteria.isEmpty())
            kept.append(quota);
    }
    survey.quotas = kept;
}

} // namespace sandbox
