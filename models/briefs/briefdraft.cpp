#include "models/briefs/briefdraft.h"

#include "models/briefs/briefaudience.h"
#include "models/briefs/briefmarket.h"
#include "models/briefs/brieftext.h"
#include "models/briefs/briefvalues.h"
#include "models/drafts/draftrules.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr int usualFieldDays = 14;

BriefNote understood(const BriefEntry &entry, const QString &text)
{
    return {BriefNote::Understood, entry.name, text};
}

BriefNote adjusted(const BriefEntry &entry, const QString &text)
{
    return {BriefNote::Adjusted, entry.name, text};
}

BriefNote foreign(const BriefEntry &entry, const QString &why)
{
    return {BriefNote::NotUnderstood, entry.name,
            BriefText::tr("“%1”: %2").arg(plain(entry.value.left(60)), why)};
}

/// "US", and "US, English" with the language in the same line.
BriefNote readCountry(SurveyDraft &draft, const BriefEntry &entry, const BriefContext &context)
{
    static const QRegularExpression marks(u"[,;/|()]"_s);
    if (const api::Country *const country = briefCountry(entry.value, context)) {
        draft.country = country->id;
        return understood(entry, plain(country->name));
    }
    const QStringList parts = entry.value.left(200).split(marks, Qt::SkipEmptyParts);
    const api::Country *const country = briefCountry(parts.value(0), context);
    const api::Language *const language = briefLanguage(parts.value(1), context);
    if (!country || !language || parts.size() != 2)
        return foreign(entry, BriefText::tr("no country of this name is served."));
    draft.country = country->id;
    draft.language = language->id;
    return understood(entry, u"%1, %2"_s.arg(plain(country->name), plain(language->name)));
}

BriefNote readLanguage(SurveyDraft &draft, const BriefEntry &entry, const BriefContext &context)
{
    const api::Language *const language = briefLanguage(entry.value, context);
    if (!language)
        return foreign(entry, BriefText::tr("no language of this name is served."));
    draft.language = language->id;
    return understood(entry, plain(language->name));
}

BriefNote readAudience(SurveyDraft &draft, const BriefEntry &entry)
{
    const QString word = briefWord(entry.value).remove(u' ');
    if (word == u"b2c" || word == u"consumer" || word == u"consumers" || word == u"genpop")
        draft.audience = api::AudienceType::B2C;
    else if (word == u"b2b" || word == u"business")
        draft.audience = api::AudienceType::B2B;
    else if (word == u"healthcare" || word == u"hcp" || word == u"health")
        draft.audience = api::AudienceType::HealthCare;
    else
        return foreign(entry, BriefText::tr("it is B2C, B2B or Health Care."));
    return understood(entry, audienceName(draft.audience));
}

BriefNote takenAs(const BriefEntry &entry, const QString &text)
{
    return adjusted(entry,
                    BriefText::tr("“%1” is taken as %2.").arg(plain(entry.value.left(60)), text));
}

BriefNote readCount(int &into, const BriefEntry &entry)
{
    const auto [value, isAbout] = briefvalues::withoutAbout(entry.value);
    const auto count = briefvalues::whole(value);
    if (!count || *count < 1)
        return foreign(entry, BriefText::tr("a whole number is expected."));
    into = *count;
    return isAbout ? takenAs(entry, countText(*count)) : understood(entry, countText(*count));
}

BriefNote readIr(SurveyDraft &draft, const BriefEntry &entry)
{
    const auto [value, isAbout] = briefvalues::withoutAbout(entry.value);
    const auto percent = briefvalues::percent(value);
    const int whole = percent ? int(std::lround(*percent)) : 0;
    if (whole < 1 || whole > 100)
        return foreign(entry, BriefText::tr("a percentage from 1 to 100 is expected."));
    draft.ir = whole;
    const QString text = BriefText::tr("%1 %").arg(countText(whole));
    if (std::abs(*percent - whole) < 1e-9 && !value.startsWith(u"0"))
        return isAbout ? takenAs(entry, text) : understood(entry, text);
    return adjusted(entry,
                    BriefText::tr("“%1” is taken as %2: the service takes whole percentages.")
                        .arg(plain(entry.value.left(20)), text));
}

BriefNote readMoney(SurveyDraft &draft, const BriefEntry &entry)
{
    const auto [value, isAbout] = briefvalues::withoutAbout(entry.value);
    const auto money = briefvalues::money(value);
    if (!money)
        return foreign(entry, BriefText::tr("an amount with at most two decimals is expected."));
    draft.cpi = *money;
    const QString currency = briefvalues::currency(value);
    if (!currency.isEmpty())
        return adjusted(entry,
                        BriefText::tr("%1, without the currency “%2”: amounts are in the "
                                      "account’s currency.")
                            .arg(moneyText(*money), plain(currency)));
    return isAbout ? takenAs(entry, moneyText(*money)) : understood(entry, moneyText(*money));
}

BriefNote readDate(QDate &into, const BriefEntry &entry)
{
    const auto date = briefvalues::date(entry.value);
    if (!date)
        return foreign(entry,
                       BriefText::tr("a date such as 2026-12-31 is expected; with slashes, day "
                                     "and month can be mistaken for each other."));
    into = *date;
    return understood(entry, QLocale().toString(*date, QLocale::LongFormat));
}

BriefNote readDates(SurveyDraft &draft, const BriefEntry &entry)
{
    const auto dates = briefvalues::dates(entry.value);
    if (!dates)
        return foreign(entry,
                       BriefText::tr("two dates with the year are expected, such as “1 Dec – 15 "
                                     "Dec 2026”."));
    draft.start = dates->first;
    draft.end = dates->second;
    const QLocale locale;
    return understood(entry,
                      BriefText::tr("%1 to %2")
                          .arg(locale.toString(draft.start, QLocale::LongFormat),
                               locale.toString(draft.end, QLocale::LongFormat)));
}

BriefNote readLink(QString &into, const BriefEntry &entry)
{
    if (!isWebAddress(entry.value))
        return foreign(entry, BriefText::tr("this isn’t a web address."));
    into = entry.value.trimmed();
    return understood(entry, plain(into.left(120)));
}

template <class T, class Id>
BriefNote readNamed(Id &into, const QList<T> &list, const BriefEntry &entry)
{
    const QString word = briefWord(entry.value);
    const auto found =
        std::ranges::find_if(list, [&word](const T &one) { return briefWord(one.name) == word; });
    if (word.isEmpty() || found == list.end())
        return foreign(entry, BriefText::tr("the service has none of this name."));
    into = found->id;
    return understood(entry, plain(found->name));
}

BriefNote readPii(SurveyDraft &draft, const BriefEntry &entry)
{
    const auto isPii = briefvalues::truth(entry.value);
    if (!isPii)
        return foreign(entry, BriefText::tr("yes or no is expected."));
    draft.collectsPii = *isPii;
    return understood(entry, *isPii ? BriefText::tr("yes") : BriefText::tr("no"));
}

BriefNote readField(SurveyDraft &draft, const BriefEntry &entry, const BriefContext &context)
{
    switch (entry.field) {
    case BriefField::Name:
        draft.name = entry.value.simplified().left(200);
        return draft.name.isEmpty() ? foreign(entry, BriefText::tr("it is empty."))
                                    : understood(entry, plain(draft.name));
    case BriefField::Country:
        return readCountry(draft, entry, context);
    case BriefField::Language:
        return readLanguage(draft, entry, context);
    case BriefField::Audience:
        return readAudience(draft, entry);
    case BriefField::Category:
        return readNamed(draft.category, context.categories, entry);
    case BriefField::Vertical:
        return readNamed(draft.vertical, context.verticals, entry);
    case BriefField::Pii:
        return readPii(draft, entry);
    case BriefField::Completes:
        return readCount(draft.completes, entry);
    case BriefField::Ir:
        return readIr(draft, entry);
    case BriefField::Loi:
        return readCount(draft.loi, entry);
    case BriefField::Cpi:
        return readMoney(draft, entry);
    case BriefField::Start:
        return readDate(draft.start, entry);
    case BriefField::End:
        return readDate(draft.end, entry);
    case BriefField::FieldDates:
        return readDates(draft, entry);
    case BriefField::LiveLink:
        return readLink(draft.liveLink, entry);
    case BriefField::TestLink:
        return readLink(draft.testLink, entry);
    default:
        return targetBriefEntry(draft, entry, context.questions);
    }
}

/// Without a language in the brief it is the country's own.
void addLanguage(BriefReading &reading, const BriefContext &context)
{
    if (!reading.draft.language.isEmpty() || reading.draft.country.isEmpty())
        return;
    const auto country =
        std::ranges::find(context.countries, reading.draft.country, &api::Country::id);
    if (country == context.countries.end() || country->languages.isEmpty())
        return;
    reading.draft.language = country->languages.first();
    const auto language =
        std::ranges::find(context.languages, reading.draft.language, &api::Language::id);
    reading.notes.append(
        {BriefNote::Adjusted, BriefText::tr("Language"),
         BriefText::tr("The brief names none: %1, the country’s own.")
             .arg(language == context.languages.end() ? reading.draft.language.value
                                                      : plain(language->name))});
}

} // namespace

BriefReading readDraft(const Brief &brief, const BriefContext &context)
{
    BriefReading reading;
    reading.draft.start = context.today;
    reading.draft.end = context.today.addDays(usualFieldDays);
    if (!brief.problem.isEmpty())
        reading.notes.append({BriefNote::NotUnderstood, {}, brief.problem});
    QList<BriefNote> notes(brief.entries.size());
    // The answers wait for the completes, which may stand below them.
    for (const bool areAnswers : {false, true}) {
        for (qsizetype i = 0; i < brief.entries.size(); ++i) {
            const BriefEntry &entry = brief.entries[i];
            if (hasAnswers(entry.field) != areAnswers)
                continue;
            notes[i] = readField(reading.draft, entry, context);
            reading.needsQuestions =
                reading.needsQuestions || (areAnswers && context.questions.isEmpty());
        }
    }
    reading.notes += notes;
    addLanguage(reading, context);
    for (const QString &stray : brief.strays)
        reading.notes.append({BriefNote::NotUnderstood,
                              {},
                              BriefText::tr("Not recognised: “%1”").arg(plain(stray.left(60)))});
    return reading;
}

} // namespace models
