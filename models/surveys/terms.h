// LOI and CPI as a person edits them: what is wrong with them, and what of them is to be sent.
#pragma once

#include "api/types/survey.h"
#include "models/support/issue.h"

namespace models {

struct Terms
{
    int loi = 0; ///< minutes
    QString cpi; ///< as typed, in the person's locale
    bool operator==(const Terms &) const = default;
};

Terms termsOf(const api::Survey &survey);

/// Fields "loi" and "cpi". The least CPI is only known with the audience type, which the server
/// doesn't tell. Nothing is said about a field that stays as the survey has it.
QList<Issue> termsIssues(const Terms &terms, const api::Survey &survey,
                         std::optional<api::AudienceType> audience);

/// Only what differs from the survey and can be read.
api::SurveyChange changeOf(const Terms &terms, const api::Survey &survey);

} // namespace models
