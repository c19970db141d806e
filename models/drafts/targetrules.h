// The rules about who is asked and how many of each: audience, quotas, interlocking.
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/support/issue.h"

namespace models {

/// Fields "qualifications/CODE": nothing chosen, ranges turned round, overlapping, or outside what
/// the question knows (a warning).
QList<Issue> targetIssues(const SurveyDraft &draft);

/// Fields "quotas/CODE": a quota for what isn't targeted, below 0, or a sum other than the
/// completes (a warning: quotas are soft).
QList<Issue> quotaIssues(const SurveyDraft &draft);

/// Fields "interlocked" and "cells": 1–4 qualifications, at most 200 combinations, 1–10,000 per
/// cell, a sum other than the completes (a warning).
QList<Issue> gridIssues(const SurveyDraft &draft);

} // namespace models
