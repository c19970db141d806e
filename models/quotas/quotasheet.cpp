#include "models/quotas/quotasheet.h"

#include "api/types/quotalookup.h"
#include "models/qualifications/ranges.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::QuotaSheet)
};

QList<api::Quota> quotasOf(const QList<QuotaRow> &rows, std::optional<int> QuotaRow::*count)
{
    QList<api::Quota> all;
    for (const QuotaRow &row : rows) {
        if (!(row.*count))
            continue;
        if (all.isEmpty() || all.last().code != row.code)
            all.append({row.code, {}});
        all.last().criteria.append({*(row.*count), row.target});
    }
    return all;
}

/// Builds the rows of one question after the other.
class Rows
{
public:
    explicit Rows(const QList<api::Quota> &quotas)
        : m_quotas(quotas)
    {
    }

    void add(const api::Qualification &question)
    {
        m_question = &question;
        m_first = m_rows.size();
        for (const api::Condition &condition : question.conditions)
            append(condition.name, condition.code);
        for (const api::Range &range : question.ranges)
            append(rangeText(range), range);
        addStray(question.code);
        const bool hasParts = m_rows.size() > m_first;
        const auto own = api::requiredCount(m_quotas, question.code, question.zipCodes);
        if (!question.zipCodes.isEmpty() && (!hasParts || own))
            append(zipText(question.zipCodes), question.zipCodes);
    }

    /// Quotas of questions that aren't targeted.
    QList<QuotaRow> finish()
    {
        for (const api::Quota &quota : m_quotas) {
            const bool isKnown = std::ranges::any_of(
                m_rows, [&](const QuotaRow &row) { return row.code == quota.code; });
            if (isKnown)
                continue;
            api::Qualification unknown;
            unknown.code = quota.code;
            unknown.title = Words::tr("Qualification %1").arg(quota.code.value);
            add(unknown);
        }
        return m_rows;
    }

private:
    static QString zipText(const QStringList &codes)
    {
        return Words::tr("%n zip code(s)", "", int(codes.size()));
    }

    void append(const QString &answer, const api::QuotaTarget &target)
    {
        const auto count = api::requiredCount(m_quotas, m_question->code, target);
        m_rows.append({m_question->code, m_question->title, answer, target, count, count});
    }

    void addStray(api::QualificationCode code)
    {
        for (const api::Quota &quota : m_quotas) {
            if (quota.code != code)
                continue;
            for (const api::QuotaCriterion &criterion : quota.criteria) {
                if (!isKnown(criterion.target))
                    append(strayText(criterion.target), criterion.target);
            }
        }
    }

    bool isKnown(const api::QuotaTarget &target) const
    {
        return api::isSame(target, m_question->zipCodes)
            || std::any_of(m_rows.cbegin() + m_first, m_rows.cend(),
                           [&](const QuotaRow &row) { return api::isSame(row.target, target); });
    }

    QString strayText(const api::QuotaTarget &target) const
    {
        if (const int *const option = std::get_if<int>(&target))
            return Words::tr("option %1, not targeted").arg(*option);
        if (const api::Range *const range = std::get_if<api::Range>(&target))
            return Words::tr("%1, not targeted").arg(rangeText(*range));
        const auto &codes = std::get<QStringList>(target);
        return codes.size() == 1 ? codes.first()
                                 : zipText(codes) + u": "_s + codes.first(2).join(u", "_s) + u'…';
    }

    const QList<api::Quota> &m_quotas;
    const api::Qualification *m_question = nullptr;
    qsizetype m_first = 0; ///< row of the question
    QList<QuotaRow> m_rows;
};

} // namespace

QList<api::Quota> QuotaSheet::quotas() const
{
    return quotasOf(rows, &QuotaRow::current);
}

QList<api::Quota> QuotaSheet::saved() const
{
    return quotasOf(rows, &QuotaRow::saved);
}

QList<qsizetype> QuotaSheet::changed() const
{
    QList<qsizetype> found;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].isChanged())
            found.append(i);
    }
    return found;
}

bool QuotaSheet::hasSameRows(const QuotaSheet &other) const
{
    return std::ranges::equal(rows, other.rows, [](const QuotaRow &one, const QuotaRow &two) {
        return one.code == two.code && one.question == two.question && one.answer == two.answer
            && api::isSame(one.target, two.target);
    });
}

QList<api::Quota> QuotaSheet::importedCompletes() const
{
    return quotasOf(rows, &QuotaRow::completes);
}

void QuotaSheet::setImportedCompletes(const QList<api::Quota> &counts)
{
    for (QuotaRow &row : rows)
        row.completes = api::requiredCount(counts, row.code, row.target);
}

QuotaSheet sheetOf(const QList<api::Qualification> &targeted, const QList<api::Quota> &quotas,
                   int completes)
{
    Rows rows(quotas);
    for (const api::Qualification &question : targeted)
        rows.add(question);
    return {rows.finish(), completes};
}

QuotaSheet sheetOf(const SurveyDraft &draft)
{
    QList<api::Qualification> targeted;
    for (const TargetedQualification &qualification : draft.qualifications) {
        api::Qualification chosen = qualification.question;
        chosen.conditions.removeIf([&](const api::Condition &condition) {
            return !qualification.options.contains(condition.code);
        });
        chosen.ranges = qualification.ranges;
        chosen.zipCodes = qualification.zipCodes;
        if (chosen.kind != api::QualificationKind::Options)
            chosen.conditions.clear();
        if (chosen.kind != api::QualificationKind::Ranges)
            chosen.ranges.clear();
        if (chosen.kind != api::QualificationKind::ZipCodes)
            chosen.zipCodes.clear();
        targeted.append(chosen);
    }
    return sheetOf(targeted, draft.quotas, draft.completes);
}

QString quotaText(std::optional<int> quota, int completes)
{
    if (!quota)
        return completes < 1 ? Words::tr("default", "quota")
                             : Words::tr("default (%1)", "quota").arg(countText(completes));
    return *quota == 0 ? Words::tr("0 (closed)", "quota") : countText(*quota);
}

std::optional<std::optional<int>> readQuota(const QString &text)
{
    // What quotaText() puts in brackets explains the value before it.
    const auto value = [](const QString &all) { return all.section(u" ("_s, 0, 0).trimmed(); };
    const QString trimmed = value(text.trimmed());
    const bool isDefault =
        trimmed.compare(value(Words::tr("default (%1)", "quota")), Qt::CaseInsensitive) == 0
        || trimmed.compare(Words::tr("default", "quota"), Qt::CaseInsensitive) == 0;
    if (trimmed.isEmpty() || isDefault)
        return std::optional<int>();
    const std::optional<int> count = countFromText(trimmed);
    if (!count || *count < 0)
        return std::nullopt;
    return std::make_optional(count);
}

QString quotaName(const QuotaRow &row)
{
    return plain(row.question) + u", "_s + plain(row.answer);
}

QList<QuotaSum> quotaSums(const QuotaSheet &sheet)
{
    QList<QuotaSum> sums;
    for (const QuotaRow &row : sheet.rows) {
        if (sums.isEmpty() || sums.last().code != row.code)
            sums.append({row.code, row.question});
        QuotaSum &sum = sums.last();
        ++sum.answers;
        sum.defaults += row.current ? 0 : 1;
        sum.sum += row.current.value_or(0);
    }
    return sums;
}

} // namespace models
