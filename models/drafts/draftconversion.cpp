#include "models/drafts/draftconversion.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

api::Targeting toTargeting(const TargetedQualification &qualification)
{
    api::Targeting targeting;
    targeting.code = qualification.question.code;
    targeting.kind = qualification.question.kind;
    switch (targeting.kind) {
    case api::QualificationKind::Options:
        for (const api::Condition &condition : qualification.question.conditions)
            if (qualification.options.contains(condition.code))
                targeting.options.append(condition.code);
        break;
    case api::QualificationKind::Ranges:
        targeting.ranges = qualification.ranges;
        break;
    case api::QualificationKind::ZipCodes:
        targeting.zipCodes = qualification.zipCodes;
        break;
    }
    return targeting;
}

namespace {

QList<api::Targeting> targetings(const SurveyDraft &draft)
{
    QList<api::Targeting> all;
    for (const TargetedQualification &qualification : draft.qualifications)
        all.append(toTargeting(qualification));
    return all;
}

} // namespace

api::NewSurvey toNewSurvey(const SurveyDraft &draft)
{
    api::NewSurvey survey;
    survey.name = draft.name.trimmed();
    survey.country = draft.country;
    survey.language = draft.language;
    survey.category = draft.category;
    survey.vertical = draft.vertical;
    survey.audience = draft.audience;
    survey.collectsPii = draft.collectsPii;
    survey.ir = draft.ir;
    survey.loi = draft.loi;
    survey.cpi = draft.cpi;
    survey.completeNeeded = draft.completes;
    survey.start = draft.start;
    survey.end = draft.end;
    survey.liveLink = draft.liveLink.trimmed();
    survey.testLink = draft.testLink.trimmed();
    survey.qualifications = targetings(draft);
    survey.quotas = draft.quotas;
    return survey;
}

api::FeasibilityQuery toFeasibilityQuery(const SurveyDraft &draft, const QString &locale)
{
    api::FeasibilityQuery query;
    query.locale = locale;
    query.ir = draft.ir;
    query.loi = draft.loi;
    query.completes = draft.completes;
    query.start = QDateTime(draft.start, QTime(0, 0), Qt::UTC);
    query.end = QDateTime(draft.end, QTime(23, 59, 59, 999), Qt::UTC);
    query.audience = draft.audience;
    query.profiles = targetings(draft);
    return query;
}

namespace {

/// For each qualification of the server's grid, which of ours it is; empty when its titles don't
/// say so beyond doubt.
QList<qsizetype> matchedColumns(const SurveyDraft &draft, const api::Interlocking &grid)
{
    QList<qsizetype> columns;
    if (grid.qualifications.size() != draft.interlocked.size())
        return {};
    for (const api::InterlockedQualification &theirs : grid.qualifications) {
        qsizetype match = -1;
        for (qsizetype i = 0; i < draft.interlocked.size(); ++i) {
            const TargetedQualification *ours = find(draft, draft.interlocked[i]);
            if (!ours
                || ours->question.title.compare(theirs.title.trimmed(), Qt::CaseInsensitive) != 0)
                continue;
            if (match >= 0)
                return {}; // two of one title
            match = i;
        }
        if (match < 0 || columns.contains(match))
            return {};
        columns.append(match);
    }
    return columns;
}

/// The server's name of each of our cells. Two cells may get one name, since names hold commas.
QStringList joinedNames(const QList<GridCell> &cells, const QList<qsizetype> &columns)
{
    QStringList joined;
    for (const GridCell &cell : cells) {
        QStringList names;
        for (const qsizetype column : columns)
            names.append(cell.names[column]);
        joined.append(names.join(u','));
    }
    return joined;
}

/// For each of the server's cells which of ours it is; empty when that isn't certain.
QList<qsizetype> matchedCells(const SurveyDraft &draft, const QList<GridCell> &cells,
                              const api::Interlocking &grid)
{
    const QList<qsizetype> columns = matchedColumns(draft, grid);
    if (columns.isEmpty() || cells.size() != grid.combinations.size())
        return {};
    const QStringList ours = joinedNames(cells, columns);
    QHash<QString, qsizetype> byName;
    for (qsizetype i = 0; i < ours.size(); ++i)
        byName.insert(ours[i], i);
    // Names that differ settle every cell; otherwise the order must agree in full.
    const bool areNamesUnique = byName.size() == ours.size();
    QList<bool> isTaken(cells.size(), false);
    QList<qsizetype> matched;
    for (qsizetype i = 0; i < grid.combinations.size(); ++i) {
        const QString name = grid.combinations[i].option.trimmed();
        const qsizetype at = areNamesUnique ? byName.value(name, -1) : name == ours[i] ? i : -1;
        if (at < 0 || isTaken[at])
            return {};
        isTaken[at] = true;
        matched.append(at);
    }
    return matched;
}

} // namespace

CellPlan cellPlan(const SurveyDraft &draft, const api::Interlocking &grid)
{
    const QList<GridCell> cells = gridCells(draft);
    const QList<qsizetype> matched = matchedCells(draft, cells, grid);
    CellPlan plan;
    plan.isCertain = !matched.isEmpty();
    for (qsizetype i = 0; i < matched.size(); ++i) {
        const api::Combination &theirs = grid.combinations[i];
        if (theirs.quota != cells[matched[i]].quota)
            plan.changes.append({theirs.id, cells[matched[i]].quota});
    }
    return plan;
}

QList<api::QualificationCode> crossedBy(const SurveyDraft &draft, const api::Interlocking &grid)
{
    QList<api::QualificationCode> codes;
    for (const api::InterlockedQualification &theirs : grid.qualifications) {
        const TargetedQualification *match = nullptr;
        for (const TargetedQualification &ours : draft.qualifications) {
            if (ours.question.title.compare(theirs.title.trimmed(), Qt::CaseInsensitive) != 0)
                continue;
            if (match)
                return {}; // two of one title
            match = &ours;
        }
        if (!match || codes.contains(match->question.code))
            return {};
        codes.append(match->question.code);
    }
    return codes;
}

bool isGridOf(const SurveyDraft &draft, const api::Interlocking &grid)
{
    const QList<api::QualificationCode> theirs = crossedBy(draft, grid);
    return !theirs.isEmpty() && theirs.size() == draft.interlocked.size()
        && std::ranges::all_of(draft.interlocked, [&theirs](api::QualificationCode code) {
               return theirs.contains(code);
           });
}

std::optional<QList<DraftCell>> cellsOf(const SurveyDraft &draft, const api::Interlocking &grid)
{
    const QList<GridCell> cells = gridCells(draft);
    const QList<qsizetype> matched = matchedCells(draft, cells, grid);
    if (matched.isEmpty())
        return std::nullopt;
    QList<DraftCell> found;
    for (qsizetype i = 0; i < matched.size(); ++i)
        found.append({cells[matched[i]].answers, grid.combinations[i].quota});
    return found;
}

} // namespace models
