// Roles that every item model of ours answers, beside Qt's own.
#pragma once

#include <Qt>

namespace models {

/// Models answer text, numbers and enums, never colours or icons: delegates in ui/ paint.
enum Role {
    RawRole = Qt::UserRole + 1, ///< the value itself: sorting and filtering use it
    StatusRole, ///< a column's enum (int), that a delegate turns into a chip, bar or mark
    IdRole, ///< what the row is, as text
    ProgressRole, ///< a column that shows one: how much of the goal is done, 1 is all of it
    FirstOwnRole = Qt::UserRole + 100, ///< a model's own roles begin here
};

} // namespace models
