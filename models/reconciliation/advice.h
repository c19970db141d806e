// What a refusal of the reconciliation's two calls means, and what a person can do about it.
#pragma once

#include "api/types/apierror.h"

#include <optional>

namespace models {

struct Advice
{
    QString title; ///< what is the matter, a whole sentence
    QString text; ///< what to do about it
    bool operator==(const Advice &) const = default;
};

enum class DeskCall { Submit, Look };

/// For 404, 409, 410 and 422 of the answer or of its body (contract.md, calls 18 and 19); nothing
/// for others, which say enough, nor where the service may have acted all the same. A list is
/// never to be submitted again only because the service doesn't show it.
std::optional<Advice> adviceFor(const api::ApiError &error, DeskCall call);

} // namespace models
