// The field's arithmetic on one survey: conversion, EPC, exposure, costs. Pure functions.
#pragma once

#include "models/surveys/snapshot.h"

namespace models {

/// The field time: from the beginning of the start day to the end of the end day, as the person's
/// clock has it (the contract's dates have no zone), or from when the survey was first seen active,
/// where that is later. Invalid when a date is.
struct FieldTime
{
    QDateTime start;
    QDateTime end;
    bool isValid() const { return start.isValid() && start < end; }
    /// 0 before the start, 1 after the end.
    double elapsed(const QDateTime &now) const;
};
/// `begun`: when it was first seen active, without an entrant yet; invalid: not known.
FieldTime fieldTime(const api::Survey &survey, const QDateTime &begun = {});

/// Completes that an even field would have by now.
int goalLine(const api::Survey &survey, const QDateTime &now, const QDateTime &begun = {});

/// complete / entrants; nothing without entrants.
std::optional<double> conversion(const api::Progress &progress);

/// Earnings per entrant: CPI × complete / entrants, rounded half up; nothing without entrants, or
/// where one of the figures can’t be read.
std::optional<api::Money> epc(const api::Survey &survey);

/// What may come beyond the goal although nobody new enters. Only an active survey has any: in
/// others nobody can enter, and nothing is known of those who are still inside.
struct Exposure
{
    /// Interviews that may be in progress: of the entrants those who are expected to qualify, by
    /// the IR or by the conversion where it is higher, without those who have completed.
    int running = 0;
    int overage = 0; ///< max(0, complete + running − needed)
    api::Money money; ///< overage × CPI
    bool operator==(const Exposure &) const = default;
};
/// Nothing for a survey that isn’t active, or whose figures can’t be read.
std::optional<Exposure> exposure(const api::Survey &survey);

/// Completes that were bought at one CPI.
struct LedgerRow
{
    QDateTime from; ///< UTC, of the first snapshot at this CPI
    QDateTime to; ///< UTC, of the last snapshot whose completes count here
    api::Money cpi;
    int completes = 0;
    api::Money money;
    bool operator==(const LedgerRow &) const = default;
};

/// A period a row. Completes that came between two snapshots count at the CPI of the earlier one;
/// those that were there before the first snapshot at its CPI, since nothing else is known.
QList<LedgerRow> ledger(const History &history);

// Of a survey whose CPI, completes or needed completes can’t be read nothing is reckoned.

/// The ledger's sum; completes × CPI without a history.
std::optional<api::Money> spend(const QList<LedgerRow> &ledger, const api::Survey &survey);

/// What the needed completes cost: those that are there at the CPI then in force, in the order in
/// which they came, the others at `cpi`. With one price it is needed × CPI. What came beyond the
/// goal isn't part of it: overrun().
std::optional<api::Money> budgetAt(api::Money cpi, const QList<LedgerRow> &ledger,
                                   const api::Survey &survey);

/// What was spent beyond the needed completes.
std::optional<api::Money> overrun(const QList<LedgerRow> &ledger, const api::Survey &survey);

} // namespace models
