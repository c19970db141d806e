// What the contract, and prudence, ask of a survey before it is sent (contract.md, Rules).
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/support/issue.h"

namespace models {

/// All problems at once. Fields: "name", "country", "language", "ir", "loi", "cpi", "completes",
/// "start", "end", "liveLink", "testLink", "qualifications/CODE", "quotas", "quotas/CODE",
/// "interlocked", "cells". `today` is the person's date.
QList<Issue> validate(const SurveyDraft &draft, QDate today);

/// What keeps the feasibility service from being asked: "country", "language", "ir", "loi",
/// "completes", "start", "end", "qualifications/CODE". The service's limits are narrower.
QList<Issue> validateForFeasibility(const SurveyDraft &draft, QDate today);

/// The least CPI of an audience type: 6.00, 1.75, 0.01.
api::Money minimumCpi(api::AudienceType audience);
QString audienceName(api::AudienceType audience); ///< "B2B", "B2C", "Health Care"

/// An absolute http(s) address with a host, as the server and a browser read it.
bool isWebAddress(const QString &text);

/// Where the panel puts the respondent's UID into a link.
QString identifierMark();

/// For telling names apart: composed, trimmed, blanks made one, without case.
QString normalisedName(const QString &name);

/// A warning when a survey of that name is there already.
QList<Issue> nameIssues(const QString &name, const QStringList &existing);

/// `name` with four letters or digits behind it that make it findable; `random` picks them.
QString withSuffix(const QString &name, quint32 random);

bool hasErrors(const QList<Issue> &issues);

} // namespace models
