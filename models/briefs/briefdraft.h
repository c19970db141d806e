// A brief as a survey's draft, with account of what was understood and what wasn't.
#pragma once

#include "api/types/masterdata.h"
#include "models/briefs/brief.h"
#include "models/drafts/surveydraft.h"

namespace models {

/// What the connection's reference data offers to a brief.
struct BriefContext
{
    QList<api::Country> countries;
    QList<api::Language> languages;
    QList<api::StudyCategory> categories;
    QList<api::Vertical> verticals;
    QList<api::Qualification> questions; ///< of the brief's country and language; may come later
    QDate today;
};

struct BriefNote
{
    enum Kind { Understood, Adjusted, NotUnderstood };
    Kind kind = Understood;
    QString field; ///< as the brief names it
    QString text; ///< what it was taken for, or why not; a person's words
    bool operator==(const BriefNote &) const = default;
};

struct BriefReading
{
    SurveyDraft draft;
    QList<BriefNote> notes; ///< in the brief's order, nothing of it left out
    bool needsQuestions = false; ///< it wants answers, and the context has no questions
};

/// Pure. What the brief doesn't say has the wizard's usual values.
BriefReading readDraft(const Brief &brief, const BriefContext &context);

} // namespace models
