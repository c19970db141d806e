// Fills a new data file with surveys in every state, the same for the same seed and day.
#pragma once

#include <QDateTime>

namespace sandbox {

class Reference;
class Store;

struct SeedPlan
{
    quint64 seed = 1;
    int surveys = 40;
    QDateTime now;
};

/// The first forty are those of resources/sandbox/surveys.json, dates counted from today. Further
/// ones vary them in country, size, price, dates and status. All in one transaction.
void seed(Store &store, const Reference &reference, const SeedPlan &plan);

} // namespace sandbox
