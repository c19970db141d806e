// Wanted completes per answer of one qualification.
#pragma once

#include "api/types/qualification.h"

#include <variant>

namespace api {

/// What a quota counts: one option's code, one range ("25-34"), or a set of zip codes.
using QuotaTarget = std::variant<int, Range, QStringList>;

/// `criteria[]`: required completes, 0 closes the option (contract.md, Rules).
struct QuotaCriterion
{
    int requiredCount = 0;
    QuotaTarget target = 0;
    bool operator==(const QuotaCriterion &) const = default;
};

/// The quotas of one qualification (calls 4, 12, 13, 14).
struct Quota
{
    QualificationCode code;
    QList<QuotaCriterion> criteria;
    bool operator==(const Quota &) const = default;
};

} // namespace api
