#include "models/qualifications/targetingeffect.h"

#include "models/support/plain.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct TargetingEffectText
{
    Q_DECLARE_TR_FUNCTIONS(TargetingEffect)
};

bool isTitle(const QString &one, const QString &other)
{
    return one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0;
}

QSet<QString> keys(const TargetedQualification &targeted)
{
    QSet<QString> all;
    for (const Answer &answer : answers(targeted))
        all.insert(answer.key);
    return all;
}

int strayQuotas(const TargetedQualification &after, const QList<api::Quota> &quotas)
{
    int count = 0;
    for (const api::Quota &quota : quotas) {
        if (quota.code != after.question.code)
            continue;
        for (const api::QuotaCriterion &criterion : quota.criteria)
            count += isTargeted(after, criterion.target) ? 0 : 1;
    }
    return count;
}

} // namespace

QString gridTitle(const BuiltOnAnswers &built)
{
    QStringList titles;
    if (built.grid) {
        for (const api::InterlockedQualification &one : built.grid->qualifications)
            titles.append(plain(one.title.trimmed()));
    }
    return titles.join(u" × "_s);
}

bool isCrossed(const api::Qualification &question, const BuiltOnAnswers &built)
{
    return built.grid
        && std::ranges::any_of(built.grid->qualifications,
                               [&question](const api::InterlockedQualification &one) {
                                   return isTitle(one.title, question.title);
                               });
}

std::optional<int> quotaCount(api::QualificationCode code, const BuiltOnAnswers &built)
{
    if (!built.quotas)
        return std::nullopt;
    int count = 0;
    for (const api::Quota &quota : *built.quotas)
        count += quota.code == code ? int(quota.criteria.size()) : 0;
    return count;
}

TargetingEffect effectOf(const TargetedQualification &before, const TargetedQualification &after,
                         const BuiltOnAnswers &built)
{
    TargetingEffect effect;
    effect.isWhole = built.isWhole;
    effect.quotas = strayQuotas(after, built.quotas.value_or(QList<api::Quota>()));
    if (isCrossed(before.question, built) && keys(before) != keys(after)) {
        effect.grid = gridTitle(built);
        effect.cells = int(built.grid->combinations.size());
    }
    return effect;
}

QString effectText(const TargetingEffect &effect)
{
    QStringList sentences;
    if (effect.quotas > 0)
        sentences.append(TargetingEffectText::tr(
            "%n quota(s) of options that no longer qualify go with it.", "", effect.quotas));
    if (!effect.grid.isEmpty())
        sentences.append(
            TargetingEffectText::tr("The interlocking quotas of %1, %n cell(s), are built on its "
                                    "options: expect to lose them and to set them again.",
                                    "", effect.cells)
                .arg(effect.grid));
    if (!effect.isWhole)
        sentences.append(TargetingEffectText::tr(
            "Quotas or interlocking quotas may be built on it: they couldn’t be read."));
    return sentences.join(u' ');
}

} // namespace models
