// What becomes of an audience when its country or language changes and other questions are asked.
#pragma once

#include "models/drafts/surveydraft.h"

namespace models {

struct MasterChange
{
    QList<TargetedQualification> kept; ///< with the questions of the new list
    QStringList leftOut; ///< titles of those that aren't asked there, or have no chosen answer left
    bool operator==(const MasterChange &) const = default;
};

/// Keeps what has the same code, title and kind, and of it the options that are still there.
MasterChange moveTo(const QList<TargetedQualification> &audience,
                    const QList<api::Qualification> &master);

} // namespace models
