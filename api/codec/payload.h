// The verdict on an answer that should hold something: the payload, no rows, or the error.
#pragma once

#include "api/codec/json.h"
#include "api/codec/verdict.h"

namespace api::codec {

/// The first of `names` that is there and that `read` can read is success, whatever the status says
/// (contract.md, Answers, point 1). `read` takes a Found and returns an optional.
template <class T, class Read>
Result<T> payload(const Answer &answer, std::initializer_list<const char *> names, Read read)
{
    const Document document(answer.body);
    for (const char *name : names) {
        if (std::optional<T> value = read(document.member(name)))
            return std::move(*value);
    }
    return tl::unexpected(errorOf(answer));
}

/// Call that lists. An empty list beside an `error` is that error, and "… not found" is no rows
/// (contract.md, Answers, point 4).
template <class T, class Read>
Result<QList<T>> rows(const Answer &answer, std::initializer_list<const char *> names, Read read)
{
    const auto readAll = [&read](const Found &value) { return list<T>(value, read); };
    Result<QList<T>> result = payload<QList<T>>(answer, names, readAll);
    if (result && (!result->isEmpty() || !Document(answer.body).member("error")))
        return result;
    ApiError error = errorOf(answer);
    if (error.kind == ErrorKind::NotFound && !error.serverMessage.isEmpty())
        return QList<T> {};
    return tl::unexpected(std::move(error));
}

/// Call for one thing: the payload may be a list with that one in it.
template <class T, class Read>
Result<T> single(const Answer &answer, std::initializer_list<const char *> names, Read read)
{
    const auto readFirst = [&read](const Found &value) -> std::optional<T> {
        const auto elements = items(value);
        return elements && elements->size() == 1 ? read(elements->front()) : std::nullopt;
    };
    Result<T> result = payload<T>(answer, names, readFirst);
    if (result)
        return result;
    const auto nothing =
        payload<bool>(answer, names, [](const Found &value) -> std::optional<bool> {
            const auto elements = items(value);
            return elements && elements->empty() ? std::optional(true) : std::nullopt;
        });
    if (nothing && result.error().kind == ErrorKind::Malformed)
        result.error().kind = ErrorKind::NotFound;
    return result;
}

} // namespace api::codec
