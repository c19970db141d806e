// A survey's own qualifications beside the master list's: what can be chosen, and what is said.
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/support/issue.h"

namespace models {

/// All answers that the survey has are the chosen ones.
TargetedQualification asTargeted(const api::Qualification &own);

/// The same with all answers that the master list offers, so that others can be chosen. Options
/// that it no longer has stay; without a question of this code and kind it is asTargeted().
TargetedQualification asTargeted(const api::Qualification &own,
                                 const QList<api::Qualification> &master);

/// "Male, Female and 6 more": at most `most` answers by name, in one line, safe to show.
QString answersText(const TargetedQualification &targeted, qsizetype most = 8);

/// What keeps it from being sent, or a warning (targetIssues() of one question).
QList<Issue> targetIssues(const TargetedQualification &targeted);

} // namespace models
