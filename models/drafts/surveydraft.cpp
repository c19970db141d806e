#include "models/drafts/surveydraft.h"

#include "models/quotas/distribution.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace models {

const TargetedQualification *find(const SurveyDraft &draft, api::QualificationCode code)
{
    const auto found = std::ranges::find(draft.qualifications, code,
                                         [](const auto &one) { return one.question.code; });
    return found == draft.qualifications.end() ? nullptr : &*found;
}

QList<Answer> answers(const TargetedQualification &qualification)
{
    QList<Answer> found;
    switch (qualification.question.kind) {
    case api::QualificationKind::Options:
        for (const api::Condition &condition : qualification.question.conditions)
            if (qualification.options.contains(condition.code))
                found.append({u"o%1"_s.arg(condition.code), condition.name});
        break;
    case api::QualificationKind::Ranges:
        for (const api::Range &range : qualification.ranges) {
            const QString name = u"%1-%2"_s.arg(range.from).arg(range.to);
            found.append({u"r"_s + name, name});
        }
        break;
    case api::QualificationKind::ZipCodes:
        for (const QString &zip : qualification.zipCodes)
            found.append({u"z"_s + zip, zip});
        break;
    }
    return found;
}

int combinationCount(const SurveyDraft &draft, const QList<api::QualificationCode> &codes)
{
    if (codes.isEmpty())
        return 0;
    qint64 count = 1;
    for (const api::QualificationCode code : codes) {
        const TargetedQualification *qualification = find(draft, code);
        count *= qualification ? answers(*qualification).size() : 0;
        count = std::min<qint64>(count, 1'000'000);
    }
    return int(count);
}

namespace {

QList<GridCell> crossed(const SurveyDraft &draft)
{
    QList<GridCell> cells {GridCell {}};
    for (const api::QualificationCode code : draft.interlocked) {
        const QList<Answer> column = answers(*find(draft, code));
        QList<GridCell> wider;
        wider.reserve(cells.size() * column.size());
        for (const GridCell &cell : cells) {
            for (const Answer &answer : column) {
                GridCell next = cell;
                next.answers.append(answer.key);
                next.names.append(answer.name);
                wider.append(next);
            }
        }
        cells = wider;
    }
    return cells;
}

} // namespace

QList<GridCell> gridCells(const SurveyDraft &draft)
{
    const int count = combinationCount(draft, draft.interlocked);
    if (count < 1 || count > mostCombinations || draft.interlocked.size() > mostInterlocked)
        return {};
    QList<GridCell> cells = crossed(draft);
    const QList<int> even = distributeEvenly(draft.completes, count);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto byHand = std::ranges::find(draft.cells, cells[i].answers, &DraftCell::answers);
        cells[i].isSetByHand = byHand != draft.cells.end();
        cells[i].quota = cells[i].isSetByHand ? byHand->quota : std::clamp(even[i], 1, mostPerCell);
    }
    return cells;
}

bool isTargeted(const TargetedQualification &qualification, const api::QuotaTarget &target)
{
    switch (qualification.question.kind) {
    case api::QualificationKind::Options:
        return std::holds_alternative<int>(target)
            && qualification.options.contains(std::get<int>(target));
    case api::QualificationKind::Ranges:
        return std::holds_alternative<api::Range>(target)
            && qualification.ranges.contains(std::get<api::Range>(target));
    case api::QualificationKind::ZipCodes:
        break;
    }
    if (!std::holds_alternative<QStringList>(target))
        return false;
    const QStringList zips = std::get<QStringList>(target);
    if (zips == qualification.zipCodes) // as a rule; lists of 100,000 are compared at each key
        return !zips.isEmpty();
    const QSet<QString> targeted(qualification.zipCodes.begin(), qualification.zipCodes.end());
    return !zips.isEmpty()
        && std::ranges::all_of(zips, [&](const QString &zip) { return targeted.contains(zip); });
}

namespace {

bool isWhole(const SurveyDraft &draft, const DraftCell &cell)
{
    if (cell.answers.size() != draft.interlocked.size())
        return false;
    for (qsizetype i = 0; i < cell.answers.size(); ++i) {
        const QList<Answer> column = answers(*find(draft, draft.interlocked[i]));
        if (std::ranges::find(column, cell.answers[i], &Answer::key) == column.end())
            return false;
    }
    return true;
}

} // namespace

void dropUntargeted(SurveyDraft &draft)
{
    for (api::Quota &quota : draft.quotas) {
        const TargetedQualification *qualification = find(draft, quota.code);
        quota.criteria.removeIf([qualification](const api::QuotaCriterion &criterion) {
            return !qualification || !isTargeted(*qualification, criterion.target);
        });
    }
    draft.quotas.removeIf([](const api::Quota &quota) { return quota.criteria.isEmpty(); });
    const auto before = draft.interlocked.size();
    draft.interlocked.removeIf(
        [&draft](api::QualificationCode code) { return !find(draft, code); });
    if (before != draft.interlocked.size())
        draft.cells.clear(); // they were cells of another grid
    draft.cells.removeIf([&draft](const DraftCell &cell) { return !isWhole(draft, cell); });
}

api::Money budget(const SurveyDraft &draft)
{
    return draft.cpi * draft.completes;
}

int expectedEntrants(const SurveyDraft &draft)
{
    if (draft.ir < 1 || draft.completes < 1)
        return 0;
    const double exact = draft.completes * 100.0 / draft.ir;
    const double step = std::max(1.0, std::pow(10.0, std::floor(std::log10(exact)) - 2));
    return int(std::min(std::round(exact / step) * step, 2e9));
}

} // namespace models
