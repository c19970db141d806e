#include "api/codec/exclusion.h"

#include "api/codec/payload.h"

namespace api::codec {

namespace {

std::optional<SurveyId> readId(const Element &element)
{
    const auto id = text(Found(element));
    return id && !id->isEmpty() ? std::optional(SurveyId {*id}) : std::nullopt;
}

/// The list stands in `exclusion_project` of the payload, or is the payload itself.
std::optional<QList<SurveyId>> readExclusions(const Found &data)
{
    if (data && data->is_object())
        return list<SurveyId>(member(*data, {"exclusion_project"}), readId);
    return list<SurveyId>(data, readId);
}

} // namespace

Result<QList<SurveyId>> exclusions(const Answer &answer)
{
    const auto result = payload<QList<SurveyId>>(answer, {"data"}, readExclusions);
    if (!result && result.error().kind == ErrorKind::NotFound
        && !result.error().serverMessage.isEmpty())
        return QList<SurveyId> {};
    return result;
}

} // namespace api::codec
