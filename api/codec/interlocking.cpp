#include "api/codec/interlocking.h"

#include "api/codec/payload.h"

namespace api::codec {

namespace {

std::optional<Combination> readCombination(const Element &element)
{
    const auto id = text(member(element, {"id"}));
    const auto option = text(member(element, {"option"}));
    const auto quota = integer(member(element, {"quota", "required_count"}));
    if (!id || id->isEmpty() || !option || !quota)
        return std::nullopt;
    return Combination {{*id}, *option, *quota};
}

std::optional<InterlockedQualification> readInterlocked(const Element &element)
{
    const auto title = text(member(element, {"title", "Name"}));
    const auto options = text(member(element, {"options"}));
    if (!title || !options)
        return std::nullopt;
    return InterlockedQualification {text(member(element, {"id"})).value_or(QString()), *title,
                                     *options};
}

std::optional<Interlocking> readGrid(const Element &element)
{
    auto combinations = list<Combination>(member(element, {"combinations"}), readCombination);
    auto crossed =
        list<InterlockedQualification>(member(element, {"qualifications"}), readInterlocked);
    if (!combinations || !crossed)
        return std::nullopt;
    Interlocking grid;
    grid.survey.value = text(member(element, {"project_id"})).value_or(QString());
    grid.combinations = std::move(*combinations);
    grid.qualifications = std::move(*crossed);
    grid.created = text(member(element, {"created_date"})).value_or(QString());
    grid.updated = text(member(element, {"updated_date"})).value_or(QString());
    return grid;
}

bool isEmptyList(const Found &value)
{
    const auto elements = items(value);
    return !value || (elements && elements->empty());
}

/// The payload is there, and both of its lists are missing, null or empty.
bool isEmptyGrid(const Document &document)
{
    for (const char *const name : {"Interlocking", "data"}) {
        const Found payload = document.member(name);
        if (payload && payload->is_object())
            return isEmptyList(member(*payload, {"combinations"}))
                && isEmptyList(member(*payload, {"qualifications"}));
        if (payload)
            return isEmptyList(payload);
    }
    return document.hasNull("data") || document.hasNull("qualifications");
}

} // namespace

Result<Interlocking> interlocking(const Answer &answer)
{
    return single<Interlocking>(answer, {"Interlocking", "data"}, readGrid);
}

Result<Interlocking> interlockingOrNone(const Answer &answer)
{
    const auto grid = interlocking(answer);
    if (grid && !grid->combinations.isEmpty())
        return grid;
    const Document document(answer.body);
    const ApiError error = errorOf(answer);
    const bool isRefused = error.kind != ErrorKind::Malformed || document.member("error");
    const bool isNotFound =
        error.kind == ErrorKind::NotFound && error.delivery == Delivery::Answered;
    if (isNotFound || (!isRefused && isEmptyGrid(document)))
        return Interlocking {};
    return tl::unexpected(error);
}

} // namespace api::codec
