#include "models/qualifications/audience.h"

#include "models/drafts/targetrules.h"
#include "models/qualifications/ranges.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct AudienceText
{
    Q_DECLARE_TR_FUNCTIONS(Audience)
};

/// As a person reads them: a range with a dash.
QStringList names(const TargetedQualification &targeted)
{
    QStringList all;
    if (targeted.question.kind == api::QualificationKind::Ranges) {
        for (const api::Range &range : targeted.ranges)
            all.append(rangeText(range));
        return all;
    }
    for (const Answer &answer : answers(targeted))
        all.append(plain(answer.name));
    return all;
}

} // namespace

TargetedQualification asTargeted(const api::Qualification &own)
{
    TargetedQualification targeted {own, {}, own.ranges, own.zipCodes};
    for (const api::Condition &condition : own.conditions)
        targeted.options.append(condition.code);
    return targeted;
}

TargetedQualification asTargeted(const api::Qualification &own,
                                 const QList<api::Qualification> &master)
{
    TargetedQualification targeted = asTargeted(own);
    const auto question = std::ranges::find_if(master, [&own](const api::Qualification &one) {
        return one.code == own.code && one.kind == own.kind;
    });
    if (question == master.end())
        return targeted;
    targeted.question = *question;
    for (const api::Condition &condition : own.conditions) {
        if (std::ranges::find(question->conditions, condition.code, &api::Condition::code)
            == question->conditions.end())
            targeted.question.conditions.append(condition);
    }
    return targeted;
}

QString answersText(const TargetedQualification &targeted, qsizetype most)
{
    const QStringList all = names(targeted);
    if (all.size() <= most)
        return all.join(u", "_s);
    //: %1 some answers joined by commas; %n further ones are not named
    return AudienceText::tr("%1 and %n more", "", int(all.size() - most))
        .arg(all.first(most).join(u", "_s));
}

QList<Issue> targetIssues(const TargetedQualification &targeted)
{
    SurveyDraft draft;
    draft.qualifications = {targeted};
    return targetIssues(draft);
}

} // namespace models
