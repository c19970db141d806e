#include "api/codec/quota.h"

#include "api/codec/payload.h"
#include "api/codec/qualification.h"
#include "api/codec/qualificationreader.h"
#include "api/codec/quotareader.h"

#include <QJsonArray>

namespace api::codec {

namespace {

/// `condition_codes` is 1, "1", "25-34" or [126535, …] (contract.md, Values).
std::optional<QuotaTarget> readTarget(const Found &value)
{
    if (const auto zips = readZips(value))
        return QuotaTarget(*zips);
    if (const auto option = integer(value))
        return QuotaTarget(*option);
    const auto range = readRange(text(value).value_or(QString()));
    return range ? std::optional(QuotaTarget(*range)) : std::nullopt;
}

std::optional<QuotaCriterion> readCriterion(const Element &element)
{
    const auto count = integer(member(element, {"required_count"}));
    auto target = readTarget(member(element, {"condition_codes"}));
    if (!count || *count < 0 || !target)
        return std::nullopt;
    return QuotaCriterion {*count, std::move(*target)};
}

QJsonValue writtenTarget(const QuotaTarget &target)
{
    if (const int *option = std::get_if<int>(&target))
        return *option;
    if (const Range *range = std::get_if<Range>(&target))
        return writtenRange(*range);
    QJsonArray zips;
    for (const QString &zip : std::get<QStringList>(target))
        zips.append(writtenZip(zip));
    return zips;
}

} // namespace

std::optional<Quota> readQuota(const Element &element)
{
    const auto code = readCode(element);
    auto criteria = list<QuotaCriterion>(member(element, {"criteria"}), readCriterion);
    if (!code || !criteria)
        return std::nullopt;
    return Quota {*code, std::move(*criteria)};
}

Result<QList<Quota>> quotas(const Answer &answer)
{
    return rows<Quota>(answer, {"quota_data", "data"}, readQuota);
}

Result<Quota> quota(const Answer &answer)
{
    return single<Quota>(answer, {"quota_data", "data"}, readQuota);
}

QJsonObject written(const Quota &quota)
{
    QJsonArray criteria;
    for (const QuotaCriterion &criterion : quota.criteria)
        criteria.append(
            QJsonObject {{QStringLiteral("required_count"), criterion.requiredCount},
                         {QStringLiteral("condition_codes"), writtenTarget(criterion.target)}});
    return {{QStringLiteral("qualification_code"), quota.code.value},
            {QStringLiteral("criteria"), criteria}};
}

} // namespace api::codec
