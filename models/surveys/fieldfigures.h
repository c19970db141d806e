// The field's arithmetic on one survey: conversion, EPC, exposure, costs. Pure functions.
#pragma once

#include "models/surveys/snapshot.h"

namespace models {

/// The field time: from the beginning of the start day to the end of the end day, as the person's
/// clock has it (the contract's dates have no zone). Invalid when a date is.
struct FieldTime
{
    QDateTime start;
    QDateTime end;
    bool isValid() const { return start.isValid() && start < end; }
    /// 0 before the start, 1 after the end.
    double elapsed(const QDateTime &now) const;
};
FieldTime fieldTime(const api::Survey &survey);

/// Completes that an even field would have by now.
int goalLine(const api::Survey &survey, const QDateTime &now);

/// complete / entrants; nothing without entrants.
std::optional<double> conversion(const api::Progress &progress);

/// Earnings per entrant: CPI × complete / entrants, rounded half up; nothing without entrants.
std::optional<api::Money> epc(const api::Survey &survey);

/// What may come beyond the goal although nobody new enters.
struct Exposure
{
    int running = 0; ///< at most: entrants − complete
    int overage = 0; ///< max(0, complete + running × conversion − needed), rounded up
    api::Money money; ///< overage × CPI
    bool operator==(const Exposure &) const = default;
};
Exposure exposure(const api::Survey &survey);

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

/// The ledger's sum; completes × CPI without a history.
api::Money spend(const QList<LedgerRow> &ledger, const api::Survey &survey);

/// What the survey will have cost at the goal when the rest is bought at `cpi`.
api::Money budgetAt(api::Money cpi, api::Money spent, const api::Survey &survey);

} // namespace models
