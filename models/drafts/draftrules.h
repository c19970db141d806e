// What the contract, and prudence, ask of a survey before it is sent (contract.md, Rules).
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/support/issue.h"

#include <QDateTime>

#include <chrono>

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

/// The day that it still is somewhere on Earth (UTC−12): a date before it is past for every server,
/// wherever that stands (reliability.md, case 25).
QDate earliestToday(const QDateTime &now);

/// earliestToday() by this computer's clock or by the server's, which is `skew` ahead of it: the
/// earlier of both, since either may be wrong.
QDate earliestToday(const QDateTime &now, std::chrono::seconds skew);

/// A warning of "start" when the server's clock, `skew` ahead of `now`, is five minutes or more
/// off.
QList<Issue> clockIssues(const QDateTime &now, std::chrono::seconds skew);

/// Warnings of "start" and "end" that are past where the person is but may not be at the server:
/// given `earliest` to validate() they are no errors.
QList<Issue> zoneIssues(const SurveyDraft &draft, QDate today, QDate earliest);

/// Errors of the field "excluded": surveys of the draft's list for which api::isOver() doesn't
/// hold. One that `surveys` doesn't have is left to the server.
QList<Issue> exclusionIssues(const SurveyDraft &draft, const QList<api::Survey> &surveys);

bool hasErrors(const QList<Issue> &issues);

} // namespace models
