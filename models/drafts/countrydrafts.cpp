#include "models/drafts/countrydrafts.h"

#include "models/quotas/distribution.h"
#include "models/support/plain.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct CountryDraftsText
{
    Q_DECLARE_TR_FUNCTIONS(CountryDrafts)
};

QList<int> scaled(const QList<int> &counts, int from, int to)
{
    const qint64 sum = std::accumulate(counts.begin(), counts.end(), qint64(0));
    if (sum <= 0 || from <= 0)
        return counts;
    return distribute(int((sum * to + from / 2) / from),
                      QList<qint64>(counts.begin(), counts.end()));
}

/// The brief's question with its answers, as `master` has it; nothing when it doesn't.
std::optional<TargetedQualification> translated(const TargetedQualification &brief,
                                                const QList<api::Qualification> &master,
                                                QStringList &lost)
{
    const auto theirs = std::ranges::find(master, brief.question.code, &api::Qualification::code);
    const QString title = plain(brief.question.title);
    if (theirs == master.end() || theirs->kind != brief.question.kind) {
        lost.append(
            CountryDraftsText::tr("“%1” isn’t a standard qualification there, so it is left out.")
                .arg(title));
        return std::nullopt;
    }
    TargetedQualification made = brief;
    made.question = *theirs;
    const auto before = made.options.size();
    made.options.removeIf([&theirs](int code) {
        return std::ranges::find(theirs->conditions, code, &api::Condition::code)
            == theirs->conditions.end();
    });
    if (made.options.size() != before)
        lost.append(CountryDraftsText::tr("“%1”: %n option(s) don’t exist there and are left out.",
                                          "", int(before - made.options.size()))
                        .arg(title));
    if (made.question.kind == api::QualificationKind::ZipCodes && !made.zipCodes.isEmpty()) {
        made.zipCodes.clear();
        lost.append(
            CountryDraftsText::tr("“%1”: its codes are those of another country; enter them again.")
                .arg(title));
    }
    return made;
}

} // namespace

SurveyDraft scaledTo(SurveyDraft brief, int completes)
{
    const int before = brief.completes;
    for (api::Quota &quota : brief.quotas) {
        QList<int> counts;
        for (const api::QuotaCriterion &criterion : quota.criteria)
            counts.append(criterion.requiredCount);
        counts = scaled(counts, before, completes);
        for (qsizetype i = 0; i < counts.size(); ++i)
            quota.criteria[i].requiredCount = counts[i];
    }
    QList<int> cells;
    for (const DraftCell &cell : brief.cells)
        cells.append(cell.quota);
    cells = scaled(cells, before, completes);
    for (qsizetype i = 0; i < cells.size(); ++i)
        brief.cells[i].quota = std::clamp(cells[i], 1, mostPerCell);
    brief.completes = completes;
    return brief;
}

CountryDraft draftFor(const SurveyDraft &brief, const CountryPlan &plan, const QString &mark,
                      const QList<api::Qualification> &master)
{
    CountryDraft made;
    made.draft = scaledTo(brief, plan.completes);
    SurveyDraft &draft = made.draft;
    draft.name = (brief.name.trimmed() + u' ' + mark).trimmed();
    draft.country = plan.country;
    draft.language = plan.language;
    draft.cpi = plan.cpi;
    draft.start = plan.start;
    draft.end = plan.end;
    const bool isSame = plan.country == brief.country && plan.language == brief.language;
    if (isSame)
        return made;
    draft.qualifications.clear();
    if (master.isEmpty() && !brief.qualifications.isEmpty())
        made.lost.append(CountryDraftsText::tr(
            "The qualifications of that country could not be read: choose the audience again."));
    for (const TargetedQualification &target : brief.qualifications) {
        if (master.isEmpty())
            break;
        if (const auto there = translated(target, master, made.lost))
            draft.qualifications.append(*there);
    }
    dropUntargeted(draft);
    return made;
}

QStringList marksOf(const QList<CountryPlan> &plans, const QList<api::Country> &countries,
                    const QList<api::Language> &languages)
{
    QStringList marks;
    for (const CountryPlan &plan : plans) {
        const auto country = std::ranges::find(countries, plan.country, &api::Country::id);
        const auto language = std::ranges::find(languages, plan.language, &api::Language::id);
        QString mark =
            country == countries.end() ? plan.country.value : country->shortName.toUpper();
        if (std::ranges::count(plans, plan.country, &CountryPlan::country) > 1)
            mark +=
                u'-' + (language == languages.end() ? plan.language.value : language->shortName);
        marks.append(mark);
    }
    return marks;
}

} // namespace models
