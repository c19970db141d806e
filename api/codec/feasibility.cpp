#include "api/codec/feasibility.h"

#include "api/codec/payload.h"

#include <QJsonArray>
#include <QTimeZone>

namespace api::codec {

namespace {

std::optional<Feasibility> readFeasibility(const Element &element)
{
    const auto minimum = integer(member(element, {"minimum_feasibility"}));
    const auto maximum = integer(member(element, {"maximum_feasibility"}));
    const Found price = member(element, {"recommended_price"});
    const QString written = price && price->is_double()
        ? QString::number(decimal(price).value_or(0), 'f', 4)
        : text(price).value_or(QString());
    const auto money = Money::fromWire(written);
    if (!minimum || !maximum || !money)
        return std::nullopt;
    return Feasibility {*minimum, *maximum, *money};
}

QJsonArray writtenConditions(const Targeting &profile)
{
    QJsonArray data;
    for (const int option : profile.options)
        data.append(QJsonObject {{QStringLiteral("option"), QString::number(option)}});
    for (const Range &range : profile.ranges)
        data.append(
            QJsonObject {{QStringLiteral("min"), range.from}, {QStringLiteral("max"), range.to}});
    if (!profile.zipCodes.isEmpty())
        data.append(QJsonObject {
            {QStringLiteral("zip_codes"), QJsonArray::fromStringList(profile.zipCodes)},
            {QStringLiteral("allow_all_zip"), false}});
    return data;
}

QString writtenTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
}

QString writtenCategory(AudienceType audience)
{
    switch (audience) {
    case AudienceType::B2B:
        return QStringLiteral("B2B");
    case AudienceType::B2C:
        return QStringLiteral("B2C");
    case AudienceType::HealthCare:
        return QStringLiteral("Health Care");
    }
    return {};
}

} // namespace

Result<Feasibility> feasibility(const Answer &answer)
{
    return single<Feasibility>(answer, {"feasibility_data", "data"}, readFeasibility);
}

QJsonObject written(const FeasibilityQuery &query)
{
    QJsonArray profiles;
    for (const Targeting &profile : query.profiles) {
        const QJsonObject conditions {{QStringLiteral("data"), writtenConditions(profile)}};
        profiles.append(QJsonObject {{QStringLiteral("question_id"), profile.code.value},
                                     {QStringLiteral("conditions"), conditions}});
    }
    return {{QStringLiteral("locale"), query.locale},
            {QStringLiteral("incidence_rate"), query.ir / 100.0},
            {QStringLiteral("length_of_interview"), query.loi},
            {QStringLiteral("filling_goal"), query.completes},
            {QStringLiteral("start_date"), writtenTime(query.start)},
            {QStringLiteral("end_date"), writtenTime(query.end)},
            {QStringLiteral("category"), writtenCategory(query.audience)},
            {QStringLiteral("profiles"), profiles}};
}

} // namespace api::codec
