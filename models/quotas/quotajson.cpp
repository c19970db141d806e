#include "models/quotas/quotajson.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QJsonObject fromCriterion(const api::QuotaCriterion &criterion)
{
    QJsonObject object {{u"quota"_s, criterion.requiredCount}};
    if (const int *option = std::get_if<int>(&criterion.target))
        object[u"option"] = *option;
    else if (const api::Range *range = std::get_if<api::Range>(&criterion.target))
        object[u"range"] = QJsonArray {range->from, range->to};
    else
        object[u"zipCodes"] = QJsonArray::fromStringList(std::get<QStringList>(criterion.target));
    return object;
}

api::QuotaCriterion toCriterion(const QJsonValue &value)
{
    api::QuotaCriterion criterion {value[u"quota"].toInt(), value[u"option"].toInt()};
    if (value[u"range"].isArray())
        criterion.target = api::Range {value[u"range"][0].toInt(), value[u"range"][1].toInt()};
    else if (value[u"zipCodes"].isArray())
        criterion.target = value[u"zipCodes"].toVariant().toStringList();
    return criterion;
}

} // namespace

QJsonArray quotasToJson(const QList<api::Quota> &quotas)
{
    QJsonArray array;
    for (const api::Quota &quota : quotas) {
        QJsonArray criteria;
        for (const api::QuotaCriterion &criterion : quota.criteria)
            criteria.append(fromCriterion(criterion));
        array.append(QJsonObject {{u"code"_s, quota.code.value}, {u"criteria"_s, criteria}});
    }
    return array;
}

QList<api::Quota> quotasFromJson(const QJsonValue &value)
{
    QList<api::Quota> quotas;
    for (const QJsonValue &each : value.toArray()) {
        api::Quota quota {{each[u"code"].toInt()}, {}};
        for (const QJsonValue &criterion : each[u"criteria"].toArray())
            quota.criteria.append(toCriterion(criterion));
        quotas.append(quota);
    }
    return quotas;
}

} // namespace models
