#include "models/drafts/targetrules.h"

#include "models/qualifications/ranges.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct TargetRulesText
{
    Q_DECLARE_TR_FUNCTIONS(TargetRules)
};

QByteArray fieldOf(const char *group, api::QualificationCode code)
{
    return QByteArray(group) + '/' + QByteArray::number(code.value);
}

QString nothingChosen(const TargetedQualification &qualification)
{
    switch (qualification.question.kind) {
    case api::QualificationKind::Options:
        return TargetRulesText::tr("%1: choose at least one option.")
            .arg(plain(qualification.question.title));
    case api::QualificationKind::Ranges:
        return TargetRulesText::tr("%1: add at least one range.")
            .arg(plain(qualification.question.title));
    case api::QualificationKind::ZipCodes:
        break;
    }
    return TargetRulesText::tr("%1: add at least one zip code.")
        .arg(plain(qualification.question.title));
}

QString sumText(qint64 sum, int completes)
{
    return TargetRulesText::tr("The quotas add up to %1, the completes are %2.")
        .arg(countText(sum), countText(completes));
}

/// As many as answers() has, without a string for each of 100,000 ZIP codes.
qsizetype answerCount(const TargetedQualification &qualification)
{
    switch (qualification.question.kind) {
    case api::QualificationKind::Options:
        return std::ranges::count_if(qualification.question.conditions,
                                     [&qualification](const api::Condition &condition) {
                                         return qualification.options.contains(condition.code);
                                     });
    case api::QualificationKind::Ranges:
        return qualification.ranges.size();
    case api::QualificationKind::ZipCodes:
        break;
    }
    return qualification.zipCodes.size();
}

/// Answers without a criterion have all completes as their default, so a sum says something only
/// when every answer has one.
bool isComplete(const SurveyDraft &draft, const api::Quota &quota)
{
    const TargetedQualification *qualification = find(draft, quota.code);
    if (!qualification)
        return false;
    if (qualification->question.kind == api::QualificationKind::ZipCodes)
        return true;
    return quota.criteria.size() == answerCount(*qualification);
}

} // namespace

QList<Issue> targetIssues(const SurveyDraft &draft)
{
    QList<Issue> issues;
    for (const TargetedQualification &qualification : draft.qualifications) {
        const QByteArray field = fieldOf("qualifications", qualification.question.code);
        if (answerCount(qualification) == 0) {
            issues.append({field, Severity::Error, nothingChosen(qualification)});
            continue;
        }
        if (qualification.question.kind != api::QualificationKind::Ranges)
            continue;
        for (Issue issue : rangeIssues(qualification.ranges, qualification.question.ranges)) {
            issue.field = field;
            issue.text = TargetRulesText::tr("%1: %2", "question and what is wrong with its ranges")
                             .arg(plain(qualification.question.title), issue.text);
            issues.append(issue);
        }
    }
    return issues;
}

QList<Issue> quotaIssues(const SurveyDraft &draft)
{
    QList<Issue> issues;
    for (const api::Quota &quota : draft.quotas) {
        const QByteArray field = fieldOf("quotas", quota.code);
        const TargetedQualification *qualification = find(draft, quota.code);
        qint64 sum = 0;
        for (const api::QuotaCriterion &criterion : quota.criteria) {
            sum += criterion.requiredCount;
            if (!qualification || !isTargeted(*qualification, criterion.target))
                issues.append(
                    {field, Severity::Error,
                     TargetRulesText::tr("There is a quota for an option that isn’t targeted.")});
            if (criterion.requiredCount < 0)
                issues.append(
                    {field, Severity::Error, TargetRulesText::tr("A quota is 0 or more.")});
        }
        if (isComplete(draft, quota) && sum != draft.completes)
            issues.append(
                {field, Severity::Warning,
                 TargetRulesText::tr("%1: %2", "question and what is to be said of its quotas")
                     .arg(plain(qualification->question.title), sumText(sum, draft.completes))});
    }
    return issues;
}

namespace {

QList<Issue> cellIssues(const SurveyDraft &draft)
{
    const QList<GridCell> cells = gridCells(draft);
    QList<Issue> issues;
    const auto outside = std::ranges::find_if(
        cells, [](const GridCell &cell) { return cell.quota < 1 || cell.quota > mostPerCell; });
    if (outside != cells.end())
        issues.append({"cells", Severity::Error,
                       TargetRulesText::tr("%1: a cell takes 1 to %2.")
                           .arg(plain(outside->names.join(u" · "_s)), countText(mostPerCell))});
    const qint64 sum =
        std::accumulate(cells.begin(), cells.end(), qint64(0),
                        [](qint64 total, const GridCell &cell) { return total + cell.quota; });
    if (!cells.isEmpty() && draft.completes > 0 && sum != draft.completes)
        issues.append({"cells", Severity::Warning,
                       TargetRulesText::tr("The cells add up to %1, the completes are %2.")
                           .arg(countText(sum), countText(draft.completes))});
    return issues;
}

} // namespace

QList<Issue> gridIssues(const SurveyDraft &draft)
{
    if (draft.interlocked.isEmpty())
        return {};
    if (draft.interlocked.size() > mostInterlocked)
        return {{"interlocked", Severity::Error,
                 TargetRulesText::tr("At most 4 qualifications can be interlocked.")}};
    const bool areAllThere = std::ranges::all_of(
        draft.interlocked, [&](api::QualificationCode code) { return find(draft, code); });
    if (!areAllThere)
        return {{"interlocked", Severity::Error,
                 TargetRulesText::tr("Only qualifications that are targeted can be interlocked.")}};
    const int count = combinationCount(draft, draft.interlocked);
    if (count > mostCombinations)
        return {{"interlocked", Severity::Error,
                 TargetRulesText::tr(
                     "%n combination(s): at most 200 are possible. Interlock fewer qualifications "
                     "or choose fewer options.",
                     "", count)}};
    return cellIssues(draft);
}

} // namespace models
