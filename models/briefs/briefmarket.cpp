#include "models/briefs/briefmarket.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/// The one whose name or code is `text`, nullptr when there is none.
template <class T, class... Names>
const T *named(const QList<T> &list, const QString &text, Names... names)
{
    const QString word = briefWord(text);
    const auto found = std::ranges::find_if(
        list, [&](const T &one) { return ((briefWord(std::invoke(names, one)) == word) || ...); });
    return word.isEmpty() || found == list.end() ? nullptr : &*found;
}

QString countryWord(const QString &text)
{
    static const QHash<QString, QString> others {{u"uk"_s, u"GB"_s},
                                                 {u"great britain"_s, u"GB"_s},
                                                 {u"england"_s, u"GB"_s},
                                                 {u"usa"_s, u"US"_s},
                                                 {u"u s"_s, u"US"_s},
                                                 {u"u s a"_s, u"US"_s},
                                                 {u"america"_s, u"US"_s},
                                                 {u"deutschland"_s, u"DE"_s},
                                                 {u"holland"_s, u"NL"_s},
                                                 {u"korea"_s, u"KR"_s},
                                                 {u"uae"_s, u"AE"_s},
                                                 {u"czech republic"_s, u"CZ"_s},
                                                 {u"united states of america"_s, u"US"_s}};
    return others.value(briefWord(text), text);
}

} // namespace

const api::Country *briefCountry(const QString &text, const BriefContext &context)
{
    return named(context.countries, countryWord(text), &api::Country::name,
                 &api::Country::shortName, &api::Country::isoCode);
}

const api::Language *briefLanguage(const QString &text, const BriefContext &context)
{
    if (const auto *const language = named(context.languages, text, &api::Language::name))
        return language;
    const QString tag = text.trimmed().section(u'-', 0, 0).section(u'_', 0, 0);
    return named(context.languages, tag, &api::Language::shortName);
}

} // namespace models
