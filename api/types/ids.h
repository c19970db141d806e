// Strong identifiers: a survey's id can't be passed where a combination's is wanted.
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

namespace api {

/// Text that names one thing on the server, compared case-sensitively and never interpreted.
/// An empty id names nothing.
template <class Tag>
struct TextId
{
    QString value;

    bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const TextId &) const = default;
    bool operator<(const TextId &other) const { return value < other.value; }
    friend size_t qHash(const TextId &id, size_t seed = 0) { return qHash(id.value, seed); }
};

using SurveyId = TextId<struct SurveyTag>; ///< `project_id`, e.g. "SqoY6lyRbxIdGDoL"
using CombinationId = TextId<struct CombinationTag>; ///< `combinations[].id`
using CountryId = TextId<struct CountryTag>; ///< digits, travels as a string: "229"
using LanguageId = TextId<struct LanguageTag>; ///< digits, travels as a string: "5"
using CategoryId = TextId<struct CategoryTag>; ///< study category, digits
using VerticalId = TextId<struct VerticalTag>; ///< digits

/// `qualification_code`, `qualification_id` or `id`; 0 names nothing (contract.md, Values).
struct QualificationCode
{
    int value = 0;

    bool isEmpty() const { return value == 0; }
    auto operator<=>(const QualificationCode &) const = default;
    friend size_t qHash(QualificationCode code, size_t seed = 0) { return qHash(code.value, seed); }
};

} // namespace api
