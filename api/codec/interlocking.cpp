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

} // namespace

Result<Interlocking> interlocking(const Answer &answer)
{
    return single<Interlocking>(answer, {"Interlocking", "data"}, readGrid);
}

} // namespace api::codec
