// A draft in the words of the service: what is created, asked, and changed in its grid.
#pragma once

#include "api/types/feasibility.h"
#include "models/drafts/surveydraft.h"

namespace models {

api::Targeting toTargeting(const TargetedQualification &qualification);

/// Blanks around name and links are dropped. Call validate() first: nothing is checked here.
api::NewSurvey toNewSurvey(const SurveyDraft &draft);

/// The field from its first moment to its last, in UTC. `locale` is that of serviceLocale().
api::FeasibilityQuery toFeasibilityQuery(const SurveyDraft &draft, const QString &locale);

/// What has to change in a grid that the server made. Not certain: the grid's cells can't be told
/// apart by their names (contract.md, Values), so that nothing may be changed blindly.
struct CellPlan
{
    bool isCertain = false;
    QList<api::CellChange> changes; ///< only cells whose value differs
    bool operator==(const CellPlan &) const = default;
};

CellPlan cellPlan(const SurveyDraft &draft, const api::Interlocking &grid);

/// Which of the draft's qualifications a grid of the server crosses, in the grid's order; empty
/// when its titles don't say so beyond doubt.
QList<api::QualificationCode> crossedBy(const SurveyDraft &draft, const api::Interlocking &grid);

/// Whether a grid of the service crosses just the qualifications that the draft crosses.
bool isGridOf(const SurveyDraft &draft, const api::Interlocking &grid);

/// The grid's cells as those of the draft, which crosses the same; nothing when they can't be told
/// apart by their names.
std::optional<QList<DraftCell>> cellsOf(const SurveyDraft &draft, const api::Interlocking &grid);

} // namespace models
