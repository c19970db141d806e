#include "models/surveys/prices.h"

#include "models/support/figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace models {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(models::Prices)
};

/// The first `count` of the periods' completes in their order, and what lacks at `cpi`.
api::Money taken(const QList<LedgerRow> &periods, qint64 count, api::Money cpi)
{
    api::Money sum;
    for (const LedgerRow &period : periods) {
        const qint64 here = std::min<qint64>(count, std::max(0, period.completes));
        sum = sum + period.cpi * here;
        count -= here;
    }
    return sum + cpi * count;
}

} // namespace

Cost Prices::costOf(qint64 count) const
{
    QList<LedgerRow> cheapest = periods;
    std::ranges::stable_sort(cheapest, {}, &LedgerRow::cpi);
    const QList<LedgerRow> dearest(cheapest.crbegin(), cheapest.crend());
    qint64 priced = 0;
    for (const LedgerRow &period : periods)
        priced += std::max(0, period.completes);
    return {taken(cheapest, count, cpi), taken(dearest, count, cpi), knowsCpi || count <= priced};
}

QString costText(const Cost &cost, const QString &currency)
{
    if (!cost.isKnown)
        return QStringLiteral("—");
    return cost.isExact()
        ? moneyText(cost.least, currency)
        //: two amounts of money: what is to pay lies between them
        : Texts::tr("%1 to %2").arg(moneyText(cost.least), moneyText(cost.most, currency));
}

QString costText(const QMap<QString, Cost> &costs)
{
    QStringList texts;
    for (auto cost = costs.cbegin(); cost != costs.cend(); ++cost)
        texts.append(costText(*cost, cost.key()));
    return texts.join(u" + ");
}

} // namespace models
