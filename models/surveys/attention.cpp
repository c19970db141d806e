#include "models/surveys/attention.h"

#include "models/surveys/fieldfigures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace models {

namespace {

using S = FieldSituation;
using F = api::SurveyFigure;

bool isActive(const S &s)
{
    return s.survey.status == api::SurveyStatus::Active;
}

bool isInactive(const S &s)
{
    return s.survey.status == api::SurveyStatus::Inactive;
}

bool isReached(const api::Survey &survey)
{
    return survey.knows(F::Complete | F::CompleteNeeded) && survey.completeNeeded > 0
        && survey.progress.complete >= survey.completeNeeded;
}

bool isOverGoal(const S &s)
{
    return (isActive(s) || isInactive(s)) && isReached(s.survey)
        && s.survey.progress.complete > s.survey.completeNeeded;
}

bool isReachedButActive(const S &s)
{
    return isActive(s) && isReached(s.survey);
}

bool isPastItsEnd(const S &s)
{
    return isActive(s) && s.survey.end.isValid() && s.survey.end < s.now.date();
}

bool isBehind(const S &s)
{
    return pace(s) == Pace::Behind;
}

bool endsToday(const S &s)
{
    return isActive(s) && s.survey.end.isValid() && s.survey.end == s.now.date();
}

/// Neither figure has moved; before a whole day in field there is nothing to compare.
bool isSilent(const S &s)
{
    return isActive(s) && s.survey.knows(F::Complete | F::SurveyEntrant) && s.dayAgo
        && !isReached(s.survey) && elapsedDays(s.survey, s.now, s.begun) >= 1
        && s.survey.progress.complete <= s.dayAgo->completes
        && s.survey.progress.surveyEntrant <= s.dayAgo->entrants;
}

bool isStartPassed(const S &s)
{
    return s.survey.start.isValid() && s.survey.start < s.now.date();
}

bool isNotStarted(const S &s)
{
    return (isActive(s) || isInactive(s)) && isStartPassed(s)
        && s.survey.knows(F::Complete | F::SurveyEntrant) && s.survey.progress.complete == 0
        && s.survey.progress.surveyEntrant == 0;
}

bool isConversionLow(const S &s)
{
    const int entrants = s.survey.progress.surveyEntrant;
    if (!isActive(s) || !s.survey.knows(F::Complete | F::SurveyEntrant | F::Ir) || entrants <= 0
        || entrants < s.thresholds.fewestEntrants)
        return false;
    return *conversion(s.survey.progress) < s.thresholds.conversionShareOfIr * s.survey.ir / 100;
}

bool isPausedInField(const S &s)
{
    return isInactive(s) && isStartPassed(s) && !isNotStarted(s) && !isReached(s.survey)
        && (!s.survey.end.isValid() || s.survey.end >= s.now.date());
}

constexpr AttentionRule rules[] = {
    {AttentionKind::OverGoal, QT_TRANSLATE_NOOP("Attention", "Over the goal"), Urgency::Problem,
     isOverGoal},
    {AttentionKind::TargetReached, QT_TRANSLATE_NOOP("Attention", "Reached, still active"),
     Urgency::Problem, isReachedButActive},
    {AttentionKind::EndPassed, QT_TRANSLATE_NOOP("Attention", "End date passed"), Urgency::Problem,
     isPastItsEnd},
    {AttentionKind::Behind, QT_TRANSLATE_NOOP("Attention", "Behind pace"), Urgency::Problem,
     isBehind},
    {AttentionKind::EndsToday, QT_TRANSLATE_NOOP("Attention", "Ends today"), Urgency::Warning,
     endsToday},
    {AttentionKind::Silent, QT_TRANSLATE_NOOP("Attention", "Nothing in 24 hours"), Urgency::Warning,
     isSilent},
    {AttentionKind::NotStarted, QT_TRANSLATE_NOOP("Attention", "Not started"), Urgency::Warning,
     isNotStarted},
    {AttentionKind::LowConversion, QT_TRANSLATE_NOOP("Attention", "Conversion far under IR"),
     Urgency::Warning, isConversionLow},
    {AttentionKind::Paused, QT_TRANSLATE_NOOP("Attention", "Paused during fieldwork"),
     Urgency::Notice, isPausedInField},
};

const AttentionRule *worst(AttentionKinds kinds)
{
    for (const AttentionRule &rule : rules) {
        if (kinds.testFlag(rule.kind))
            return &rule;
    }
    return nullptr;
}

} // namespace

std::span<const AttentionRule> attentionRules()
{
    return rules;
}

AttentionKinds attention(const FieldSituation &situation)
{
    AttentionKinds kinds;
    for (const AttentionRule &rule : rules)
        kinds.setFlag(rule.kind, rule.holds(situation));
    return kinds;
}

QString attentionText(AttentionKind kind)
{
    const AttentionRule *const rule = worst(kind);
    return rule ? QCoreApplication::translate("Attention", rule->text) : QString();
}

QStringList attentionTexts(AttentionKinds kinds)
{
    QStringList texts;
    for (const AttentionRule &rule : rules) {
        if (kinds.testFlag(rule.kind))
            texts.append(attentionText(rule.kind));
    }
    return texts;
}

Urgency urgency(AttentionKinds kinds)
{
    const AttentionRule *const rule = worst(kinds);
    return rule ? rule->urgency : Urgency::None;
}

int attentionRank(AttentionKinds kinds)
{
    const AttentionRule *const rule = worst(kinds);
    return rule ? int(std::size(rules) - size_t(rule - rules)) : 0;
}

namespace {

/// By the calendar: a day is a day on those when the clocks change, too.
double daysUntil(const api::Survey &survey, const QDateTime &moment)
{
    constexpr double msecsOfDay = 24.0 * 60 * 60 * 1000;
    if (!survey.start.isValid() || !survey.end.isValid() || survey.end < survey.start)
        return 0;
    const double elapsed = double(survey.start.daysTo(moment.date()))
        + double(moment.time().msecsSinceStartOfDay()) / msecsOfDay;
    return qBound(0.0, elapsed, double(survey.start.daysTo(survey.end) + 1));
}

double daysLost(const api::Survey &survey, const QDateTime &begun)
{
    return begun.isValid() ? daysUntil(survey, begun.toLocalTime()) : 0;
}

} // namespace

double fieldDays(const api::Survey &survey, const QDateTime &begun)
{
    if (!survey.start.isValid() || !survey.end.isValid() || survey.end < survey.start)
        return 0;
    return double(survey.start.daysTo(survey.end) + 1) - daysLost(survey, begun);
}

double elapsedDays(const api::Survey &survey, const QDateTime &now, const QDateTime &begun)
{
    return std::max(0.0, daysUntil(survey, now) - daysLost(survey, begun));
}

std::optional<double> paceIndex(const api::Survey &survey, const QDateTime &now,
                                const QDateTime &begun)
{
    const double days = fieldDays(survey, begun);
    const double elapsed = elapsedDays(survey, now, begun);
    if (days <= 0 || elapsed <= 0 || survey.completeNeeded <= 0
        || !survey.knows(F::Complete | F::CompleteNeeded))
        return std::nullopt;
    const double done = double(survey.progress.complete) / survey.completeNeeded;
    return done / (elapsed / days);
}

bool isEarly(const FieldSituation &s)
{
    constexpr double hoursOfDay = 24;
    constexpr double roundings = 1e-6; // of fractions of days
    return elapsedDays(s.survey, s.now, s.begun) * hoursOfDay + roundings
        < s.thresholds.hoursBeforePace;
}

Pace pace(const FieldSituation &s)
{
    if (isReached(s.survey))
        return Pace::Done;
    if (!isActive(s) || isEarly(s))
        return Pace::None;
    const std::optional<double> index = paceIndex(s.survey, s.now, s.begun);
    if (!index)
        return Pace::None;
    if (*index < s.thresholds.behindBelow)
        return Pace::Behind;
    return *index > s.thresholds.aheadAbove ? Pace::Ahead : Pace::OnTrack;
}

QString paceDistance(double index)
{
    constexpr double hundred = 100;
    const qint64 percent = std::llround(std::abs(index - 1) * hundred);
    const QString text = QLocale().toString(percent);
    if (percent == 0)
        return QCoreApplication::translate("Attention", "on even pace");
    return index < 1
        ? QCoreApplication::translate("Attention", "%1 % behind even pace").arg(text)
        : QCoreApplication::translate("Attention", "%1 % ahead of even pace").arg(text);
}

QString paceText(Pace pace)
{
    switch (pace) {
    case Pace::Behind:
        return QCoreApplication::translate("Attention", "Behind");
    case Pace::OnTrack:
        return QCoreApplication::translate("Attention", "On track");
    case Pace::Ahead:
        return QCoreApplication::translate("Attention", "Ahead");
    case Pace::Done:
        return QCoreApplication::translate("Attention", "Done");
    case Pace::None:
        break;
    }
    return {};
}

} // namespace models
