#include "sandbox/calls/calls.h"
#include "sandbox/rules/surveys.h"
#include "sandbox/rules/values.h"
#include "sandbox/seed/chance.h"
#include "sandbox/server/context.h"
#include "sandbox/server/refusal.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sandbox::calls {

namespace {

struct Plan
{
    QString country;
    QString language;
    double incidence = 1; ///< 0–1
    qint64 minutes = 1;
    double days = 1;
    int audience = 2;
};

Refusal refused(const QString &sentence)
{
    return {422, sentence};
}

double within(const QJsonObject &body, const QString &field, double from, double to, bool whole)
{
    const auto number = numberOf(body[field]);
    if (!number || *number < from || *number > to || (whole && std::floor(*number) != *number))
        throw refused(u"The %1 must be between %2 and %3."_s.arg(field).arg(from).arg(to));
    return *number;
}

QDateTime moment(const QJsonObject &body, const QString &field)
{
    const QDateTime read = QDateTime::fromString(body[field].toString(), Qt::ISODateWithMs);
    if (!read.isValid())
        throw refused(u"The %1 is not a valid date."_s.arg(field));
    return read;
}

int audienceOf(const QString &category)
{
    // The vendor's sample leaves it out although the text calls it required.
    if (category.isEmpty() || category == u"B2C")
        return 2;
    if (category == u"B2B")
        return 1;
    if (category == u"Health Care")
        return 3;
    throw refused(u"The selected category is invalid."_s);
}

Plan readPlan(const QJsonObject &body, const Reference &reference)
{
    Plan plan;
    const auto place = reference.place(body[u"locale"_s].toString());
    if (!place)
        throw Refusal {400, u"Feasibility data not found!"_s};
    std::tie(plan.country, plan.language) = *place;
    plan.incidence = within(body, u"incidence_rate"_s, 0, 1, false);
    plan.minutes = qint64(within(body, u"length_of_interview"_s, 1, 45, true));
    within(body, u"filling_goal"_s, 1, 10'000, true);
    const QDateTime start = moment(body, u"start_date"_s);
    const QDateTime end = moment(body, u"end_date"_s);
    if (start >= end)
        throw refused(u"The start_date must be earlier than the end_date."_s);
    plan.days = double(start.msecsTo(end)) / 86'400'000;
    plan.audience = audienceOf(body[u"category"_s].toString());
    return plan;
}

/// The part of the panel that gives one of the wanted answers.
double shareOf(const QJsonObject &profile, const QJsonObject &master)
{
    const QJsonArray data = profile[u"conditions"_s][u"data"_s].toArray();
    if (master.isEmpty() || data.isEmpty())
        throw Refusal {400, u"Feasibility data not found!"_s};
    double options = 0, span = 0, zips = 0;
    for (const QJsonValue &one : data) {
        options += one.toObject().contains(u"option"_s);
        if (one.toObject().contains(u"min"_s)) {
            const auto least = numberOf(one[u"min"_s]), most = numberOf(one[u"max"_s]);
            if (!least || !most || *least > *most)
                throw refused(u"The min of a range must not be greater than its max."_s);
            span += *most - *least + 1;
        }
        zips +=
            one[u"allow_all_zip"_s].toBool() ? 1e9 : double(one[u"zip_codes"_s].toArray().size());
    }
    if (master.contains(u"conditions"_s))
        return options / double(std::max<qsizetype>(1, master[u"conditions"_s].toArray().size()));
    const QJsonValue range = master[u"range_sets"_s][0];
    if (!range.isUndefined())
        return span / double(range[u"to"_s].toInt() - range[u"from"_s].toInt() + 1);
    return zips / 4000;
}

/// People in the panel: large markets have large panels, the rest by chance but always the same.
double panelSize(const QString &country, const Reference &reference, quint64 seed)
{
    static const QHash<QString, double> large {
        {u"US"_s, 900'000}, {u"IN"_s, 600'000}, {u"CN"_s, 500'000}, {u"GB"_s, 260'000},
        {u"DE"_s, 240'000}, {u"FR"_s, 210'000}, {u"BR"_s, 230'000}, {u"JP"_s, 220'000},
        {u"ES"_s, 160'000}, {u"IT"_s, 170'000}, {u"CA"_s, 150'000}, {u"AU"_s, 110'000}};
    const QString name = reference.shortName(country);
    return large.value(name, 2000 + 50'000 * share(seed, name));
}

/// Longer, rarer and more expert respondents cost more.
qint64 price(const Plan &plan)
{
    const double rarity = 0.35 / std::sqrt(std::max(0.01, plan.incidence));
    const double factor = plan.audience == 1 ? 3.2 : plan.audience == 3 ? 4.5 : 1;
    const double cents = 100 * factor * (0.9 + 0.09 * double(plan.minutes) + rarity);
    return std::max(minimumCpi(plan.audience), qint64(std::llround(cents / 5)) * 5);
}

} // namespace

Reply getFeasibility(Context &context, const Request &request)
{
    const QJsonObject body = request.object();
    const Plan plan = readPlan(body, context.reference);
    double reach = panelSize(plan.country, context.reference, context.store.seed());
    for (const QJsonValue &profile : body[u"profiles"_s].toArray()) {
        const QJsonObject master = context.reference.qualification(
            plan.country, plan.language, wholeOf(profile[u"question_id"_s]).value_or(-1));
        reach *= std::min(1.0, shareOf(profile.toObject(), master));
    }
    // So many of the panel answer on a day, and long interviews lose some on the way.
    const double answering = std::min(0.6, 0.035 * plan.days);
    const double most = reach * plan.incidence * answering * (1 - 0.008 * double(plan.minutes))
        * (plan.audience == 2 ? 1 : 0.15);
    const qint64 maximum = std::clamp(qint64(most), qint64(0), qint64(10'000));
    const qint64 minimum = std::clamp(qint64(most * 0.7), qint64(0), qint64(10'000));
    return json({{u"status"_s, 200},
                 {u"feasibility_data"_s,
                  QJsonObject {{u"minimum_feasibility"_s, minimum},
                               {u"maximum_feasibility"_s, maximum},
                               {u"recommended_price"_s, moneyText(price(plan))}}}});
}

} // namespace sandbox::calls
