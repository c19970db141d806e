#include "models/feasibility/servicelocale.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {

namespace {

struct Named
{
    QLatin1StringView name; ///< as the server's list has it, without case
    QLatin1StringView tag; ///< its short name; empty: whatever it is
    QLatin1StringView code; ///< ISO 639-3
};

/// Names that their short name doesn't settle. Both Chinese scripts are the macrolanguage; the
/// country tells them apart. "no" is the macrolanguage too, while "nb" and "nn" are its two kinds.
constexpr std::array special {
    Named {"chinese simplified"_L1, {}, "zho"_L1},
    Named {"chinese traditional"_L1, {}, "zho"_L1},
    Named {"cantonese"_L1, {}, "yue"_L1},
    Named {"filipino"_L1, {}, "fil"_L1},
    Named {"tagalog"_L1, {}, "tgl"_L1},
    Named {"serbo-croatian"_L1, {}, "hbs"_L1},
    Named {"hebrew"_L1, {}, "heb"_L1},
    Named {"indonesian"_L1, {}, "ind"_L1},
    Named {"norwegian"_L1, "no"_L1, "nor"_L1},
};

QString languageCode(const api::Language &language)
{
    const QString name = language.name.trimmed().toCaseFolded();
    // "pt-BR" and "pt_BR" name their language before the mark.
    const QString tag =
        language.shortName.trimmed().toLower().section(u'-', 0, 0).section(u'_', 0, 0);
    for (const Named &one : special) {
        if (name == one.name && (one.tag.isEmpty() || tag == one.tag))
            return one.code;
    }
    const QLocale::Language known = QLocale::codeToLanguage(tag, QLocale::AnyLanguageCode);
    if (known == QLocale::AnyLanguage || known == QLocale::C)
        return {};
    const QString code = QLocale::languageToCode(known, QLocale::ISO639Part3);
    return code.isEmpty() ? QLocale::languageToCode(known, QLocale::ISO639Part2T) : code;
}

QString countryCode(const api::Country &country)
{
    QString code = country.shortName.trimmed().toUpper();
    if (code == u"UK")
        code = u"GB"_s;
    const QLocale::Territory known = QLocale::codeToTerritory(code);
    return known == QLocale::AnyTerritory ? QString() : QLocale::territoryToCode(known).toLower();
}

} // namespace

QString serviceLocale(const api::Language &language, const api::Country &country)
{
    const QString speech = languageCode(language);
    const QString place = countryCode(country);
    return speech.size() == 3 && place.size() == 2 ? speech + u'_' + place : QString();
}

QString serviceLocale(const QList<api::Language> &languages, const api::LanguageId &language,
                      const QList<api::Country> &countries, const api::CountryId &country)
{
    const auto speech = std::ranges::find(languages, language, &api::Language::id);
    const auto place = std::ranges::find(countries, country, &api::Country::id);
    const bool isKnown = speech != languages.end() && place != countries.end();
    return isKnown ? serviceLocale(*speech, *place) : QString();
}

} // namespace models
