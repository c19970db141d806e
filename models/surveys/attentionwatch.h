// Judges surveys by the person's thresholds, and tells when one reaches its target or needs a
// person.
#pragma once

#include "models/surveys/attention.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace models {

class SurveyStore;

/// What is true of one survey now.
struct Assessment
{
    Pace pace = Pace::None;
    AttentionKinds kinds;
    QDateTime begun {}; ///< when it was first seen active; invalid: not known
    bool operator==(const Assessment &) const = default;
};

/// Keeps the thresholds in the settings. The first look at a survey tells nothing: only what
/// changes afterwards is news.
class AttentionWatch : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>; ///< in the person's time zone
    using History = std::function<std::optional<DayAgo>(const api::SurveyId &)>;
    using Begun = std::function<QDateTime(const api::SurveyId &)>;

    explicit AttentionWatch(SurveyStore &store, QObject *parent = nullptr);
    ~AttentionWatch() override;

    const AttentionThresholds &thresholds() const { return m_thresholds; }
    void setThresholds(const AttentionThresholds &thresholds); ///< kept; `changed`
    void setClock(Clock clock); ///< for tests; `changed`
    void setHistory(History history); ///< what was known 24 hours ago; `changed`
    /// When each was first seen active, without an entrant; invalid where that isn't known.
    void setBegun(Begun begun); ///< `changed`
    QDateTime begun(const api::SurveyId &id) const;
    FieldSituation situation(const api::Survey &survey, const QDateTime &now) const;

    QDateTime now() const { return m_clock(); }
    Assessment assess(const api::Survey &survey, const QDateTime &now) const;

Q_SIGNALS:
    void changed(); ///< surveys may be judged otherwise than before
    void targetReached(const QList<api::Survey> &surveys);
    void needed(const QList<api::Survey> &surveys); ///< something new holds for each of them

private:
    void look(const QList<api::Survey> &surveys, bool isNews);

    struct Seen
    {
        bool isReached = false;
        AttentionKinds kinds;
    };

    SurveyStore &m_store;
    Clock m_clock;
    History m_history;
    Begun m_begun;
    AttentionThresholds m_thresholds;
    QHash<api::SurveyId, Seen> m_seen;
};

/// From and to the settings, every value within its range; unknown ones are left aside.
AttentionThresholds keptThresholds();
void keepThresholds(const AttentionThresholds &thresholds);

} // namespace models
