#include "api/codec/masterdata.h"

#include "api/codec/payload.h"

namespace api::codec {

namespace {

QString trimmedTextOf(const Element &element, const char *name)
{
    return text(member(element, {name})).value_or(QString()).trimmed();
}

/// "5" or "1,5" or [1, 5].
QList<LanguageId> readLanguageIds(const Found &value)
{
    QList<LanguageId> result;
    for (const Element &element : items(value).value_or(std::vector<Element> {})) {
        if (const auto id = text(Found(element)))
            result.append({*id});
    }
    const QString joined = text(value).value_or(QString());
    for (const QString &id : joined.split(u',', Qt::SkipEmptyParts))
        result.append({id.trimmed()});
    return result;
}

std::optional<Country> readCountry(const Element &element)
{
    Country country {{trimmedTextOf(element, "country_id")}, trimmedTextOf(element, "name"),
                     trimmedTextOf(element, "short_name"),   trimmedTextOf(element, "iso_code"),
                     trimmedTextOf(element, "country_code"), {}};
    country.languages = readLanguageIds(member(element, {"language"}));
    return country.id.isEmpty() ? std::nullopt : std::optional(std::move(country));
}

std::optional<Language> readLanguage(const Element &element)
{
    Language language {{trimmedTextOf(element, "language_id")},
                       trimmedTextOf(element, "name"),
                       trimmedTextOf(element, "short_name")};
    return language.id.isEmpty() ? std::nullopt : std::optional(std::move(language));
}

template <class T>
std::optional<T> readNamed(const Element &element, const char *idName)
{
    T named {{trimmedTextOf(element, idName)}, trimmedTextOf(element, "name")};
    return named.id.isEmpty() ? std::nullopt : std::optional(std::move(named));
}

std::optional<StudyCategory> readCategory(const Element &element)
{
    return readNamed<StudyCategory>(element, "category_id");
}

std::optional<Vertical> readVertical(const Element &element)
{
    return readNamed<Vertical>(element, "vertical_id");
}

} // namespace

Result<QList<Country>> countries(const Answer &answer)
{
    return rows<Country>(answer, {"data"}, readCountry);
}

Result<QList<Language>> languages(const Answer &answer)
{
    return rows<Language>(answer, {"data"}, readLanguage);
}

Result<QList<StudyCategory>> studyCategories(const Answer &answer)
{
    return rows<StudyCategory>(answer, {"data"}, readCategory);
}

Result<QList<Vertical>> verticals(const Answer &answer)
{
    return rows<Vertical>(answer, {"data"}, readVertical);
}

} // namespace api::codec
