// The server's reference lists: countries, languages, study categories, verticals.
#pragma once

#include "api/types/ids.h"

#include <QList>

namespace api {

/// Call 20. `languages` are the ids of `language`, which is one id or several joined by commas.
struct Country
{
    CountryId id;
    QString name;
    QString shortName; ///< ISO 3166-1 alpha-2: "US"
    QString isoCode; ///< ISO 3166-1 alpha-3: "USA"
    QString dialCode; ///< `country_code`: "1"
    QList<LanguageId> languages;
    bool operator==(const Country &) const = default;
};

/// Call 21. Two languages may share a short name (both Chinese scripts have "zh").
struct Language
{
    LanguageId id;
    QString name;
    QString shortName; ///< ISO 639-1: "fr"
    bool operator==(const Language &) const = default;
};

/// Call 22.
struct StudyCategory
{
    CategoryId id;
    QString name;
    bool operator==(const StudyCategory &) const = default;
};

/// Call 23.
struct Vertical
{
    VerticalId id;
    QString name;
    bool operator==(const Vertical &) const = default;
};

} // namespace api
