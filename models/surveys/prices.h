// What a survey's completes cost at the CPI then in force: the one reckoning of what is to pay.
#pragma once

#include "models/surveys/fieldfigures.h"

#include <QMap>

namespace models {

/// An amount, or the two between which it lies.
struct Cost
{
    api::Money least;
    api::Money most;
    bool isKnown = true; ///< false: a price in it can’t be read, and the amounts mean nothing
    bool isExact() const { return least == most; }
    bool operator==(const Cost &) const = default;
    friend Cost operator+(Cost a, Cost b)
    {
        return {a.least + b.least, a.most + b.most, a.isKnown && b.isKnown};
    }
};

/// The CPIs at which a survey's completes came. The service tells no time of a complete, so that
/// of a part of them only the bounds are known once the CPI was changed: all at the cheapest, or
/// all at the dearest of the prices that were paid.
struct Prices
{
    QList<LedgerRow> periods; ///< ledger(); empty: the CPI was never seen to change
    api::Money cpi; ///< the survey's own, for completes that no period holds
    bool knowsCpi = true; ///< the service tells `cpi`
    bool operator==(const Prices &) const = default;

    /// Of `count` of the completes, 0 or more.
    Cost costOf(qint64 count) const;
};

/// "1,366.80", or "1,200.00 to 1,366.80".
/// With its currency, which may be empty: "1,366.80 USD". A dash when it isn’t known.
QString costText(const Cost &cost, const QString &currency = {});
/// Of several currencies, which make no sum: "1,800.00 EUR + 200.00 USD"; empty for none.
QString costText(const QMap<QString, Cost> &costs);

} // namespace models
