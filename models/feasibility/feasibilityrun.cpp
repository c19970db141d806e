#include "models/feasibility/feasibilityrun.h"

#include "models/drafts/draftconversion.h"

#include <algorithm>

namespace models {

SurveyDraft askedPart(const SurveyDraft &draft)
{
    SurveyDraft part;
    part.country = draft.country;
    part.language = draft.language;
    part.audience = draft.audience;
    part.ir = draft.ir;
    part.loi = draft.loi;
    part.completes = draft.completes;
    part.start = draft.start;
    part.end = draft.end;
    part.qualifications = draft.qualifications;
    return part;
}

FeasibilityPoint pointOf(const SurveyDraft &draft)
{
    return {.ir = draft.ir, .loi = draft.loi, .completes = draft.completes};
}

SurveyDraft draftAt(const FeasibilityRun &run, const FeasibilityPoint &point)
{
    SurveyDraft draft = run.draft;
    draft.ir = point.ir;
    draft.loi = point.loi;
    draft.completes = point.completes;
    if (point.answer)
        draft.cpi = point.answer->recommendedPrice;
    return draft;
}

int askedCount(const FeasibilityRun &run)
{
    return int(std::ranges::count_if(
        run.points, [](const FeasibilityPoint &point) { return point.asked.isValid(); }));
}

bool answersFor(const FeasibilityRun &run, const FeasibilityPoint &point, const SurveyDraft &draft,
                const QString &locale)
{
    return toFeasibilityQuery(draftAt(run, point), run.locale) == toFeasibilityQuery(draft, locale);
}

} // namespace models
