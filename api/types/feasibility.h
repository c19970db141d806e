// How many completes can be had, and at what price.
#pragma once

#include "api/types/money.h"
#include "api/types/survey.h"

#include <QDateTime>

namespace api {

/// The body of call 28. The codec turns per cent into the wire's fraction and times into UTC.
struct FeasibilityQuery
{
    QString locale; ///< ISO 639-3 language and ISO 3166 country in lower case: "eng_us"
    int ir = 0; ///< per cent, 1–100; sent as a fraction
    int loi = 0; ///< minutes, 1–45
    int completes = 0; ///< 1–10,000
    QDateTime start;
    QDateTime end; ///< after `start`
    AudienceType audience = AudienceType::B2C;
    QList<Targeting> profiles;
    bool operator==(const FeasibilityQuery &) const = default;
};

/// A range of completes, not a promise, and the price recommended for it.
struct Feasibility
{
    int minimum = 0;
    int maximum = 0;
    Money recommendedPrice;
    bool operator==(const Feasibility &) const = default;
};

} // namespace api
