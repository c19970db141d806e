// A survey as a person is putting it together, before the server knows of it.
#pragma once

#include "api/types/interlocking.h"
#include "api/types/survey.h"

#include <QStringList>

namespace models {

/// A question of the master list and the answers of it that qualify. Only the list that
/// `question.kind` names is used.
struct TargetedQualification
{
    api::Qualification question; ///< as the master list has it, so that its names stay at hand
    QList<int> options; ///< condition codes
    QList<api::Range> ranges;
    QStringList zipCodes;
    bool operator==(const TargetedQualification &) const = default;
};

/// A cell of the interlocking grid that was set by hand. `answers` are the keys of the crossed
/// qualifications' answers, so that the value stays with its meaning when the audience changes.
struct DraftCell
{
    QStringList answers; ///< Answer::key, in the order of SurveyDraft::interlocked
    int quota = 0;
    bool operator==(const DraftCell &) const = default;
};

/// What the wizard owns. A number of 0 and an invalid date stand for "not entered yet".
struct SurveyDraft
{
    QString name;
    api::CountryId country;
    api::LanguageId language;
    api::CategoryId category; ///< empty: none
    api::VerticalId vertical; ///< empty: none
    api::AudienceType audience = api::AudienceType::B2C;
    bool collectsPii = false;
    int ir = 0; ///< per cent, 1–100
    int loi = 0; ///< minutes, at least 1
    api::Money cpi;
    int completes = 0;
    QDate start;
    QDate end;
    QString liveLink;
    QString testLink;
    QList<TargetedQualification> qualifications;
    QList<api::Quota> quotas; ///< an answer without a criterion has the default: all completes
    QList<api::QualificationCode> interlocked; ///< none, or 1–4
    QList<DraftCell> cells; ///< only those set by hand; the others share the completes evenly
    QList<api::SurveyId> excluded; ///< whose completes are kept out: Completed or Closed surveys
    bool operator==(const SurveyDraft &) const = default;
};

/// One targeted answer: an option, a range, or a zip code.
struct Answer
{
    QString key; ///< "o1", "r18-24", "z07030": unique within its qualification
    QString name; ///< as the server names it in a grid: "Male", "18-24", "07030"
    bool operator==(const Answer &) const = default;
};

/// A cell as it would be sent, in row-major order over the crossed qualifications.
struct GridCell
{
    QStringList answers; ///< keys
    QStringList names; ///< what a person reads: one name for each crossed qualification
    int quota = 0;
    bool isSetByHand = false;
    bool operator==(const GridCell &) const = default;
};

constexpr int mostInterlocked = 4;
constexpr int mostCombinations = 200;
constexpr int mostPerCell = 10'000;

/// nullptr when the draft doesn't target `code`.
const TargetedQualification *find(const SurveyDraft &draft, api::QualificationCode code);

/// The chosen answers in the master list's order (options) or as entered (ranges, zip codes).
QList<Answer> answers(const TargetedQualification &qualification);

/// The size of the grid over `codes`, capped at 1,000,000; 0 when one isn't targeted or is empty.
int combinationCount(const SurveyDraft &draft, const QList<api::QualificationCode> &codes);

/// All cells, those set by hand and the even shares of the rest (at least 1 each). Empty when there
/// is no grid or it is larger than the contract allows.
QList<GridCell> gridCells(const SurveyDraft &draft);

/// Whether `target` counts only answers that the qualification has chosen.
bool isTargeted(const TargetedQualification &qualification, const api::QuotaTarget &target);

/// Takes out quotas, crossed qualifications and cells whose answers are no longer targeted.
void dropUntargeted(SurveyDraft &draft);

/// completes × CPI.
api::Money budget(const SurveyDraft &draft);

/// How many people must enter for the completes at this incidence, rounded to three digits as an
/// estimate deserves; 0 while either is missing.
int expectedEntrants(const SurveyDraft &draft);

} // namespace models
