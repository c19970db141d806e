// A question to the feasibility service, or a sweep of many, with its inputs and answers.
#pragma once

#include "api/types/feasibility.h"
#include "models/drafts/surveydraft.h"

namespace models {

/// One call: what it varies of its run's draft, and what came back. Without a figure `problem` is
/// the server's own sentence.
struct FeasibilityPoint
{
    int ir = 0; ///< per cent, 1–100
    int loi = 0; ///< minutes, 1–45
    int completes = 0; ///< 1–10,000
    QDateTime asked {}; ///< UTC; invalid while it waits
    std::optional<api::Feasibility> answer {};
    QString problem {};
    bool operator==(const FeasibilityPoint &) const = default;
};

struct FeasibilityRun
{
    QString uuid;
    QDateTime made; ///< UTC
    QString locale; ///< as serviceLocale() told it
    SurveyDraft draft; ///< only what the service is asked about (askedPart)
    QList<FeasibilityPoint> points;
    bool isSweep() const { return points.size() > 1; }
    bool operator==(const FeasibilityRun &) const = default;
};

/// Country, language, audience type, terms, dates and qualifications: no name, links or quotas.
SurveyDraft askedPart(const SurveyDraft &draft);

FeasibilityPoint pointOf(const SurveyDraft &draft); ///< not asked yet

/// What the point stands for: a draft to begin a survey with, its price the recommended one.
SurveyDraft draftAt(const FeasibilityRun &run, const FeasibilityPoint &point);

int askedCount(const FeasibilityRun &run);

/// Whether the service would be asked the same for `draft` as it was for the point.
bool answersFor(const FeasibilityRun &run, const FeasibilityPoint &point, const SurveyDraft &draft,
                const QString &locale);

} // namespace models
