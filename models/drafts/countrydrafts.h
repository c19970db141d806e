// One brief for several countries: a draft for each, with its own completes, price and dates.
#pragma once

#include "api/types/masterdata.h"
#include "models/drafts/surveydraft.h"

namespace models {

/// What one country has of its own.
struct CountryPlan
{
    api::CountryId country;
    api::LanguageId language;
    int completes = 0;
    api::Money cpi;
    QDate start;
    QDate end;
    bool operator==(const CountryPlan &) const = default;
};

/// A draft for one country, and what of the brief could not be kept there.
struct CountryDraft
{
    SurveyDraft draft;
    QStringList lost; ///< whole sentences: a question or an answer that the country doesn't have
    bool operator==(const CountryDraft &) const = default;
};

/// `brief` scaled to another number of completes: quotas and cells keep their proportions as whole
/// numbers with the largest remainders, a quota of 0 stays closed, and a cell has at least 1.
SurveyDraft scaledTo(SurveyDraft brief, int completes);

/// `brief` as `plan` wants it. Its questions are worded as in `master`, the standard questions of
/// that country and language; what isn't among them is left out. `mark` tells the country in the
/// survey's name: "Snacks W1" and "DE" make "Snacks W1 DE".
CountryDraft draftFor(const SurveyDraft &brief, const CountryPlan &plan, const QString &mark,
                      const QList<api::Qualification> &master);

/// What tells each plan from the others: "DE", or "BE-fr" where a country comes more than once.
QStringList marksOf(const QList<CountryPlan> &plans, const QList<api::Country> &countries,
                    const QList<api::Language> &languages);

} // namespace models
