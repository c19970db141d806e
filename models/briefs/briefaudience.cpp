#include "models/briefs/briefaudience.h"

#include "models/briefs/briefsplit.h"
#include "models/briefs/briefvalues.h"
#include "models/qualifications/ranges.h"
#include "models/qualifications/zipcodes.h"
#include "models/quotas/distribution.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype mostNamed = 8; ///< answers in one note

/// A share that was recognised: which answer, and how many of it.
struct Wanted
{
    api::QuotaTarget target;
    QString name;
    std::optional<int> count;
    std::optional<double> percent;
};

const api::Qualification *questionOf(const BriefEntry &entry,
                                     const QList<api::Qualification> &questions)
{
    QStringList titles;
    switch (entry.field) {
    case BriefField::Age:
        titles = {u"age"_s};
        break;
    case BriefField::Gender:
        titles = {u"gender"_s, u"sex"_s};
        break;
    case BriefField::Region:
        titles = {u"region"_s, u"state"_s, u"regions"_s};
        break;
    case BriefField::Zip:
        titles = {u"zip"_s, u"zip code"_s, u"zipcode"_s, u"postal code"_s};
        break;
    default:
        titles = {briefWord(entry.name)};
    }
    titles.prepend(briefWord(entry.name)); // rather the very one that it names
    for (const QString &title : std::as_const(titles)) {
        const auto found =
            std::ranges::find_if(questions, [&title](const api::Qualification &question) {
                return briefWord(question.title) == title || briefWord(question.text) == title;
            });
        if (found != questions.end())
            return &*found;
    }
    return nullptr;
}

const api::Condition *optionOf(const api::Qualification &question, BriefField field,
                               const QString &answer)
{
    const QString word = briefWord(answer);
    const auto found =
        std::ranges::find_if(question.conditions, [&](const api::Condition &condition) {
            return briefWord(condition.name) == word
                || (field == BriefField::Gender && isSameGender(condition.name, answer));
        });
    return word.isEmpty() || found == question.conditions.end() ? nullptr : &*found;
}

bool recognise(const api::Qualification &question, BriefField field, const QString &answer,
               Wanted &wanted)
{
    if (question.kind == api::QualificationKind::Ranges) {
        const auto range = briefvalues::range(answer, question.ranges);
        if (!range)
            return false;
        wanted.target = *range;
        wanted.name = rangeText(*range);
        return true;
    }
    const api::Condition *const option = optionOf(question, field, answer);
    if (!option)
        return false;
    wanted.target = option->code;
    wanted.name = plain(option->name);
    return true;
}

/// What may be behind an answer that wasn't recognised.
QString guessed(const api::Qualification &question, const QString &answer, const QString &whole)
{
    const QString band = question.kind == api::QualificationKind::Ranges
        ? briefvalues::bandReadAsDate(answer)
        : QString();
    return band.isEmpty() ? whole.left(40)
                          : BriefText::tr("%1 (perhaps %2, which a spreadsheet took for a date)")
                                .arg(whole.left(40), band);
}

bool readAmount(const QString &amount, Wanted &wanted)
{
    if (amount.isEmpty())
        return true;
    if (amount.contains(u'%'))
        wanted.percent = briefvalues::percent(amount);
    else
        wanted.count = briefvalues::whole(amount);
    return wanted.count || wanted.percent;
}

/// Per cents that make up the whole share the completes out without a rest.
void count(QList<Wanted> &all, int completes)
{
    QList<qint64> weights;
    double sum = 0;
    for (const Wanted &one : all) {
        weights.append(std::llround(one.percent.value_or(0) * 10'000));
        sum += one.percent.value_or(0);
    }
    const bool isWhole = std::abs(sum - 100) < 0.5
        && std::ranges::all_of(all, [](const Wanted &one) { return one.percent.has_value(); });
    const QList<int> shares = isWhole ? distribute(completes, weights) : QList<int>();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].percent)
            all[i].count =
                isWhole ? shares[i] : int(std::lround(completes * *all[i].percent / 100));
    }
}

/// A later word about the same question holds.
void forget(SurveyDraft &draft, api::QualificationCode code)
{
    draft.qualifications.removeIf(
        [code](const TargetedQualification &one) { return one.question.code == code; });
    draft.quotas.removeIf([code](const api::Quota &one) { return one.code == code; });
}

void put(SurveyDraft &draft, const api::Qualification &question, const QList<Wanted> &all)
{
    TargetedQualification targeted {question, {}, {}, {}};
    api::Quota quota {question.code, {}};
    for (const Wanted &one : all) {
        if (const auto *const code = std::get_if<int>(&one.target)) {
            if (!targeted.options.contains(*code))
                targeted.options.append(*code);
        } else if (const auto *const range = std::get_if<api::Range>(&one.target)) {
            if (!targeted.ranges.contains(*range))
                targeted.ranges.append(*range);
        }
        if (one.count)
            quota.criteria.append({*one.count, one.target});
    }
    forget(draft, question.code);
    draft.qualifications.append(targeted);
    if (!quota.criteria.isEmpty())
        draft.quotas.append(quota);
}

QString listOf(const QList<Wanted> &all)
{
    QStringList names;
    for (const Wanted &one : all.first(std::min(all.size(), mostNamed)))
        names.append(one.count ? u"%1 (%2)"_s.arg(one.name, countText(*one.count)) : one.name);
    if (all.size() > mostNamed)
        names.append(u"…"_s);
    return names.join(u", "_s);
}

BriefNote targetZips(SurveyDraft &draft, const BriefEntry &entry,
                     const api::Qualification &question)
{
    QStringList texts;
    for (const BriefShare &share : entry.shares)
        texts.append(share.answer);
    const ZipCodes zips = zipCodesFromText(texts.join(u'\n'));
    forget(draft, question.code);
    if (!zips.codes.isEmpty())
        draft.qualifications.append({question, {}, {}, zips.codes});
    return {zips.leftOut.isEmpty() ? BriefNote::Understood : BriefNote::Adjusted, entry.name,
            zipSummary(zips)};
}

BriefNote failed(const BriefEntry &entry, const QString &why)
{
    return {BriefNote::NotUnderstood, entry.name, why};
}

/// What doesn't go together in what was taken.
QStringList contradictions(const SurveyDraft &draft, const QList<Wanted> &all)
{
    QStringList texts;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype j = i + 1; j < all.size(); ++j) {
            const auto *const one = std::get_if<api::Range>(&all[i].target);
            const auto *const other = std::get_if<api::Range>(&all[j].target);
            if (one && other && one->from <= other->to && other->from <= one->to
                && texts.size() < mostNamed)
                texts.append(BriefText::tr("%1 and %2 overlap").arg(all[i].name, all[j].name));
        }
    }
    qint64 sum = 0;
    for (const Wanted &one : all)
        sum += one.count.value_or(0);
    const bool isWhole =
        std::ranges::all_of(all, [](const Wanted &one) { return one.count.has_value(); });
    if (isWhole && !all.isEmpty() && draft.completes > 0 && sum != draft.completes)
        texts.append(BriefText::tr("the quotas add up to %1, the completes are %2")
                         .arg(countText(sum), countText(draft.completes)));
    return texts;
}

/// What was taken, and what wasn't.
BriefNote report(const SurveyDraft &draft, const BriefEntry &entry, const QList<Wanted> &all,
                 const QStringList &strange)
{
    const bool wantsCompletes = draft.completes < 1
        && std::ranges::any_of(all, [](const Wanted &one) { return one.percent.has_value(); });
    QStringList texts {listOf(all)};
    if (!strange.isEmpty())
        texts.append(
            BriefText::tr("not understood: %1").arg(plain(strange.join(u", "_s).left(200))));
    if (wantsCompletes)
        texts.append(
            BriefText::tr("no quotas from the percentages, since the completes aren’t known"));
    const QStringList odd = contradictions(draft, all);
    texts += odd;
    texts.removeAll(QString());
    const bool isFine = strange.isEmpty() && !wantsCompletes && odd.isEmpty();
    const BriefNote::Kind kind = isFine ? BriefNote::Understood
        : all.isEmpty()                 ? BriefNote::NotUnderstood
                                        : BriefNote::Adjusted;
    return {kind, entry.name, texts.join(u"; "_s)};
}

} // namespace

BriefNote targetBriefEntry(SurveyDraft &draft, const BriefEntry &entry,
                           const QList<api::Qualification> &questions)
{
    if (questions.isEmpty() && entry.field == BriefField::Question)
        return failed(entry,
                      BriefText::tr("No field has this name. Qualifications are compared once "
                                    "country and language are known."));
    if (questions.isEmpty())
        return failed(entry,
                      BriefText::tr("The standard qualifications aren’t known yet: they need "
                                    "country and language."));
    const api::Qualification *const question = questionOf(entry, questions);
    if (!question)
        return failed(entry, BriefText::tr("No field or qualification has this name."));
    if (question->kind == api::QualificationKind::ZipCodes)
        return targetZips(draft, entry, *question);
    QList<Wanted> all;
    QStringList strange;
    for (const BriefShare &share : evenShares(entry, *question)) {
        Wanted wanted;
        const QString whole = (share.answer + u' ' + share.amount).trimmed();
        // An option's name may end in a number that only looks like an amount.
        if (recognise(*question, entry.field, whole, wanted)
            || (recognise(*question, entry.field, share.answer, wanted)
                && readAmount(share.amount, wanted)))
            all.append(wanted);
        else
            strange.append(guessed(*question, share.answer, whole));
    }
    if (all.isEmpty() && strange.isEmpty())
        return failed(entry, BriefText::tr("It names no options."));
    if (draft.completes > 0)
        count(all, draft.completes);
    if (!all.isEmpty())
        put(draft, *question, all);
    return report(draft, entry, all, strange);
}

} // namespace models
