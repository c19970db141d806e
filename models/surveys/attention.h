// Pace, and the rules by which a survey in field needs a person: one table, pure functions.
#pragma once

#include "api/types/survey.h"

#include <QDateTime>
#include <QFlags>

#include <optional>
#include <span>

namespace models {

/// In the order in which the column sorts.
enum class Pace { None, Behind, OnTrack, Ahead, Done };

/// Where the rules draw their lines; a person can move them (AttentionWatch keeps them).
struct AttentionThresholds
{
    double behindBelow = 0.8; ///< pace index; 0.05–1
    double aheadAbove = 1.2; ///< pace index; 1–10
    double conversionShareOfIr = 0.5; ///< conversion below this share of the IR is too low; 0.05–1
    int fewestEntrants = 30; ///< conversion isn't judged with fewer; 1–100,000
    int hoursBeforePace = 4; ///< pace isn't judged earlier in the field; 0–240
    bool operator==(const AttentionThresholds &) const = default;
};

/// The figures of the same survey 24 hours ago, where they are known.
struct DayAgo
{
    int completes = 0;
    int entrants = 0;
    bool operator==(const DayAgo &) const = default;
};

/// A bit each, in the order of attentionRules(): what comes first is shown first.
enum class AttentionKind {
    OverGoal = 1 << 0,
    TargetReached = 1 << 1,
    EndPassed = 1 << 2,
    Behind = 1 << 3,
    EndsToday = 1 << 4,
    Silent = 1 << 5,
    NotStarted = 1 << 6,
    LowConversion = 1 << 7,
    Paused = 1 << 8,
};
Q_DECLARE_FLAGS(AttentionKinds, AttentionKind)

/// How much a rule that holds matters; decides the colour.
enum class Urgency { None, Notice, Warning, Problem };

/// All that the rules look at. `now` is in the person's time zone: dates of surveys have none.
struct FieldSituation
{
    const api::Survey &survey;
    QDateTime now;
    AttentionThresholds thresholds {};
    std::optional<DayAgo> dayAgo {};
    QDateTime begun {}; ///< when it was first seen active, without an entrant; invalid: not known
};

struct AttentionRule
{
    AttentionKind kind;
    const char *text; ///< QT_TRANSLATE_NOOP in "Attention": attentionText()
    Urgency urgency;
    bool (*holds)(const FieldSituation &);
};

std::span<const AttentionRule> attentionRules(); ///< the worst first
AttentionKinds attention(const FieldSituation &situation); ///< which rules hold
QString attentionText(AttentionKind kind); ///< translated: "Behind pace"
QStringList attentionTexts(AttentionKinds kinds); ///< the worst first
Urgency urgency(AttentionKinds kinds); ///< of the worst one
/// Higher is worse; 0 for none. For sorting.
int attentionRank(AttentionKinds kinds);

/// Days of the field time that have gone by, with their fractions: 0 before the start, all of them
/// after the end. A field time has its last day whole, and its first one unless it has `begun`
/// later than it should.
double elapsedDays(const api::Survey &survey, const QDateTime &now, const QDateTime &begun = {});
/// All days of the field time, whole without `begun`; 0 when the dates make no sense.
double fieldDays(const api::Survey &survey, const QDateTime &begun = {});

/// (complete / needed) ÷ (elapsed / field days); nothing before the start or without a goal.
std::optional<double> paceIndex(const api::Survey &survey, const QDateTime &now,
                                const QDateTime &begun = {});
/// Whether pace is still too early to judge: less than `hoursBeforePace` of field time.
bool isEarly(const FieldSituation &situation);

/// Done once the goal is reached, in any status; otherwise only active surveys have a pace.
Pace pace(const FieldSituation &situation);
QString paceText(Pace pace); ///< translated; empty for None
/// How far a pace index is from an even field: "18 % behind even pace".
QString paceDistance(double index);

} // namespace models

Q_DECLARE_OPERATORS_FOR_FLAGS(models::AttentionKinds)
