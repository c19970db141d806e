// The field: respondents enter active surveys and complete them as time passes, quota by quota.
#pragma once

#include "sandbox/store/survey.h"

#include <QDateTime>

namespace sandbox {

class Store;

/// Progress is computed when somebody looks, from the time that has passed since the last look: no
/// timer runs and nothing is written while nobody asks. A survey fills in about its field days,
/// some faster, some slower (by seed); `speed` makes the time since the start of this run count
/// that many times; time before it, when the sandbox wasn't running, counts once.
class Field
{
public:
    struct Settings
    {
        quint64 seed = 1;
        double speed = 1.0;
        QDateTime started;
    };

    explicit Field(Settings settings)
        : m_settings(std::move(settings))
    {
    }

    /// Brings all active surveys up to `now` and stores what has changed, at most once a second.
    void advance(Store &store, const QDateTime &now);

    /// Brings one up to `now`; true if completes or entrants grew. Playing in one step or in many
    /// comes to the same. Time counts from the start date to the end date only.
    bool play(Survey &survey, const QDateTime &now) const;

private:
    /// Simulated time between the two, in ms.
    double simulated(qint64 from, qint64 to) const;

    Settings m_settings;
    qint64 m_next = 0; ///< ms since 1970: before it advance() does nothing
};

/// Completes per entrant of a survey: near the incidence rate that was bought.
double conversionOf(const Survey &survey, quint64 seed);

} // namespace sandbox
