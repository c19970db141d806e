// What tests of briefs know of a service, and what they read written down.
#pragma once

#include "models/briefs/briefdraft.h"
#include "models/drafts/draftrules.h"

namespace support {

using namespace Qt::StringLiterals;

inline models::BriefContext context()
{
    models::BriefContext context;
    context.countries = {
        {{u"229"_s}, u"United States"_s, u"US"_s, u"USA"_s, u"1"_s, {{u"5"_s}, {u"45"_s}}},
        {{u"80"_s}, u"Germany"_s, u"DE"_s, u"DEU"_s, u"49"_s, {{u"16"_s}}},
        {{u"228"_s}, u"United Kingdom"_s, u"GB"_s, u"GBR"_s, u"44"_s, {{u"5"_s}}}};
    context.languages = {{{u"5"_s}, u"English"_s, u"en"_s},
                         {{u"16"_s}, u"German"_s, u"de"_s},
                         {{u"45"_s}, u"Spanish"_s, u"es"_s}};
    context.categories = {{{u"5"_s}, u"Adhoc"_s}};
    context.verticals = {{{u"4"_s}, u"Beverages - Non Alcoholic"_s}};
    const auto question = [](int code, const QString &title, api::QualificationKind kind,
                             const QStringList &options) {
        api::Qualification one;
        one.code = {code};
        one.title = title;
        one.kind = kind;
        for (int i = 0; i < int(options.size()); ++i)
            one.conditions.append({i + 1, options[i]});
        return one;
    };
    using enum api::QualificationKind;
    api::Qualification age = question(42, u"AGE"_s, Ranges, {});
    age.ranges = {{16, 99}};
    context.questions = {
        age,
        question(43, u"GENDER"_s, Options, {u"Male"_s, u"Female"_s}),
        question(45, u"ZIP"_s, ZipCodes, {}),
        question(48241, u"REGION"_s, Options,
                 {u"California"_s, u"New York"_s, u"Texas"_s, u"Île-de-France"_s}),
        question(639, u"STANDARD_PETS"_s, Options,
                 {u"Cat(s)"_s, u"Small animals or rodents (hamsters, mice, rabbits)"_s}),
        question(7, u"STANDARD_KIDS"_s, Options, {u"Children 1"_s, u"Children 2"_s})};
    context.today = QDate(2026, 11, 25);
    return context;
}

inline QString targetText(const api::QuotaTarget &target)
{
    if (const auto *const code = std::get_if<int>(&target))
        return QString::number(*code);
    const auto range = std::get<api::Range>(target);
    return u"%1-%2"_s.arg(range.from).arg(range.to);
}

/// What the draft holds beyond a new one's.
inline QStringList render(const models::SurveyDraft &draft)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty() && value != u"0")
            lines.append(name + u'=' + value);
    };
    add(u"name"_s, draft.name);
    add(u"country"_s, draft.country.value);
    add(u"language"_s, draft.language.value);
    if (draft.audience != api::AudienceType::B2C)
        add(u"audience"_s, models::audienceName(draft.audience));
    add(u"completes"_s, QString::number(draft.completes));
    add(u"ir"_s, QString::number(draft.ir));
    add(u"loi"_s, QString::number(draft.loi));
    if (draft.cpi.hundredths > 0)
        add(u"cpi"_s, draft.cpi.toFixed());
    for (const models::TargetedQualification &one : draft.qualifications) {
        QStringList answers = one.zipCodes;
        for (const int option : one.options)
            answers.append(QString::number(option));
        for (const api::Range &range : one.ranges)
            answers.append(u"%1-%2"_s.arg(range.from).arg(range.to));
        add(one.question.title, answers.join(u' '));
    }
    for (const api::Quota &quota : draft.quotas) {
        QStringList criteria;
        for (const api::QuotaCriterion &one : quota.criteria)
            criteria.append(u"%1:%2"_s.arg(targetText(one.target)).arg(one.requiredCount));
        lines.append(u"quota %1:%2"_s.arg(quota.code.value).arg(criteria.join(u' ')));
    }
    return lines;
}

inline QStringList render(const QList<models::BriefNote> &notes, models::BriefNote::Kind leastKind)
{
    QStringList lines;
    for (const models::BriefNote &note : notes) {
        if (note.kind >= leastKind)
            lines.append(note.field + u": "_s + note.text);
    }
    return lines;
}

inline models::BriefReading reading(const QString &text)
{
    return models::readDraft(models::readBrief(text), context());
}

} // namespace support
