// A survey as the server lists it, and one to be created.
#pragma once

#include "api/types/money.h"
#include "api/types/quota.h"
#include "api/types/surveyfigure.h"

#include <QDate>

namespace api {

/// Wire values of call 6; `Unknown` is any word that the contract doesn't have.
enum class SurveyStatus { Unknown = 0, Active = 1, Inactive = 2, Completed = 4, Closed = 5 };

/// Wire values of `audience_type`.
enum class AudienceType { B2B = 1, B2C = 2, HealthCare = 3 };

/// Interviews so far. `remaining` is the server's own figure.
struct Progress
{
    int complete = 0;
    int surveyEntrant = 0;
    int remaining = 0;
    bool operator==(const Progress &) const = default;
};

/// Calls 2, 3, 4, 5. Dates have no zone; `ir` is in per cent, `loi` in minutes.
struct Survey
{
    SurveyId id;
    QString code; ///< "ALGN4532"
    QString name;
    CountryId country;
    LanguageId language;
    QString currency; ///< as it came: the text doesn't explain the number
    double loi = 0;
    double ir = 0;
    SurveyStatus status = SurveyStatus::Unknown;
    QString statusText; ///< as it came, shown when `status` is Unknown
    Money cpi;
    int sampleSize = 0;
    int completeGoal = 0;
    int completeNeeded = 0;
    QDate start;
    QDate end;
    Progress progress;
    QList<Qualification> qualifications;
    QList<Quota> quotas;
    SurveyFigures unknown; ///< not told: the field is 0, and that 0 means nothing

    bool knows(SurveyFigures figures) const { return !(unknown & figures); }
    bool operator==(const Survey &) const = default;
};

/// Completed or Closed: it can be reconciled. Only such surveys may be excluded
/// elsewhere (contract.md, Rules checked before sending).
inline bool isOver(const Survey &survey)
{
    return survey.status == SurveyStatus::Completed || survey.status == SurveyStatus::Closed;
}

/// One page of the list (call 2). Pages count from 1; an empty one ends the list.
struct SurveyPage
{
    QList<Survey> surveys;
    bool operator==(const SurveyPage &) const = default;
};

/// The body of call 4. All fields but category, vertical, qualifications and quotas are required.
struct NewSurvey
{
    QString name;
    CountryId country;
    LanguageId language;
    CategoryId category;
    VerticalId vertical;
    AudienceType audience = AudienceType::B2C;
    bool collectsPii = false;
    int ir = 0; ///< per cent, 1–100
    int loi = 0; ///< minutes, at least 1
    Money cpi;
    int completeNeeded = 0;
    QDate start;
    QDate end;
    QString liveLink;
    QString testLink;
    QList<Targeting> qualifications;
    QList<Quota> quotas;
    bool operator==(const NewSurvey &) const = default;
};

/// The body of call 5: only what changed is set.
struct SurveyChange
{
    std::optional<int> loi; ///< minutes
    std::optional<Money> cpi;
    bool operator==(const SurveyChange &) const = default;
};

/// What call 5 answers. `changed` is false for 204, *no change*; `survey` is there when the server
/// sent it along.
struct SurveyUpdate
{
    bool changed = true;
    QString message; ///< the server's own sentence
    std::optional<Survey> survey;
    bool operator==(const SurveyUpdate &) const = default;
};

} // namespace api
